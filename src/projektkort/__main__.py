"""`python -m projektkort` is `projekt`."""

import sys

from projektkort.cli import main

sys.exit(main())
