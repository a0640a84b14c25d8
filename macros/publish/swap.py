"""A folder that was built beside another one takes its place, whole or not at all.

On Linux the two change places in one step. Elsewhere there are two, between which a build that is killed leaves the old
folder aside; `restore` brings it back.
"""

import atexit
import ctypes
import errno
import os
import shutil
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, which lets nobody remove what is in use.
    fcntl = None

_RENAME_EXCHANGE, _AT_FDCWD = 2, -100
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)
"""What a system or a disk says that cannot let two folders change places."""
_held: set[Path] = set()


class Refused(Exception):
    """Why a folder is not, or not quite, what was asked for, in a sentence."""


def hold(target: Path) -> None:
    """Keep others from building `target` until this process ends, however it does. Raises Refused, OSError."""
    path = target.with_name(f"{target.name}.lock")
    if fcntl is None or path in _held:
        return
    while True:
        lock = os.open(path, os.O_CREAT | os.O_RDWR, 0o666)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            raise Refused(f"Nothing was built: another build of {target} is under way; let it end first.") from None
        # The last holder may have taken the file away in between.
        if path.exists() and os.path.samestat(os.fstat(lock), path.stat()):
            _held.add(path)
            atexit.register(path.unlink, missing_ok=True)
            return
        os.close(lock)


def remove(path: Path) -> None:
    """Remove a folder or file, if it is there. Raises OSError where something of it stays."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def restore(target: Path) -> None:
    """Bring back what a build left aside that was killed between two steps."""
    if _aside(target).exists() and not target.exists():
        _aside(target).rename(target)


def replace(target: Path, part: Path) -> None:
    """Put `part` in the place of `target` and remove what stood there.

    Raises OSError, and `target` is as it was; or Refused, and what stood there before is still in the way of the next.
    """
    if not target.exists():
        part.rename(target)
        return
    old = part
    if not _exchange(part, target):
        old = _aside(target)
        remove(old)
        target.rename(old)
        try:
            part.rename(target)
        except OSError:
            old.rename(target)
            raise
    try:
        remove(old)
    except OSError as error:
        left = f"{old}, where the last one is now, cannot be removed"
        raise Refused(f"{target} is new and whole, but {left}: {error}") from error


def _aside(target: Path) -> Path:
    return target.with_name(f"{target.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places; False where that cannot be done in one step."""
    libc = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    if not hasattr(libc, "renameat2"):
        return False
    if libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(other))
