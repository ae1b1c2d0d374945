"""`python -m archivegen` is `archivegen`."""

from archivegen.cli import main

if __name__ == "__main__":
    main(prog_name="archivegen")
