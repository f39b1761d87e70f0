"""What we did not foresee goes to a file, so that the screen shows one line."""

import os
import sys
import time
import traceback
from pathlib import Path

from summarizer import __version__
from summarizer.errors import ConfigError
from summarizer.paths import state_folder

__all__ = ["write_bug"]


def write_bug(error: BaseException) -> Path | None:
    """The log file to which the traceback was added, readable by its owner only; None where it could not be written."""
    from summarizer.model.secrets import secrets_in_address, secrets_in_environment, without_secrets

    trace = "".join(traceback.format_exception(error))
    # Here nobody knows the settings: any address that was given may be the model's, with a password in it.
    addresses = (word for word in (*sys.argv, *os.environ.values()) if "://" in word)
    secrets = [secret for address in addresses for secret in secrets_in_address(address)]
    stamp = time.strftime("%Y-%m-%dT%H:%M:%S%z")
    bare = without_secrets(trace, (*secrets, *secrets_in_environment()))
    entry = f"{stamp} summarizer {__version__}\n{bare}\n"
    try:
        folder = state_folder(os.environ)
        path = folder / "errors.log"
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(entry)
    except (OSError, ConfigError):
        return None
    return path
