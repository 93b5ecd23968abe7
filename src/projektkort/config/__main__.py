"""Makes the JSON Schema of the configuration anew: `python -m projektkort.config`."""

from projektkort.config.keys import file

path, text = file()
path.write_text(text, "utf-8", newline="\n")
