"""Makes the generated files beside the schemas anew: `python -m projektkort.schema`."""

from itertools import chain

from projektkort.schema import compiled, json_schema, loading

# One after the other: each kind of file is made by means of the ones before.
for path, text in chain(compiled.files(), loading.files(), json_schema.files()):
    path.write_text(text, "utf-8", newline="\n")
