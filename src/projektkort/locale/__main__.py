"""Makes the compiled form of the YAML files anew: `python -m projektkort.locale`."""

from projektkort.locale.files import COMPILED, text

COMPILED.write_text(text(), "utf-8", newline="\n")
