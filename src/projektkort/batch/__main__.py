"""Makes the pages of docs/rules anew: `python -m projektkort.batch`."""

from projektkort.batch.rule_pages import FOLDER, files

FOLDER.mkdir(exist_ok=True)
for path, text in files():
    path.write_text(text, "utf-8", newline="\n")
