"""Every error this system raises on purpose; programming errors stay ValueError and TypeError.

* PolicyError
  + SourceError            the outside world gave us something unusable
    - MissingSource        there is nothing at that path
    - UnreadableFile       it is there, but it is not a document: binary, empty, too large
    - UndecodableText      no encoding explains the bytes well enough
    - FetchError           an address of the web that gave nothing usable
      . BadAddress         it is no address that can be fetched
      . PrivateAddress     it leads into a private network
      . DisallowedByRobots its site asks robots to stay away from it
      . Unreachable        nobody answers there, or not to the end
      . TooSlow            an answer began, but took too long to come
      . NotServed          the server answers, but with a refusal
      . OversizedAnswer    the answer is larger than any release
  + StoreError             the knowledge base itself
    - ForeignDatabase      the file is a database, but not one of ours
    - QuoteDoesNotFit      a record quotes words that its document does not hold there
    - Outdated             another process has changed it in the midst of a reading
  + NotFound               an id that the store does not hold
  + StaleIndex             the index was built by another model
  + MissingExtra           an optional part is not installed
  + UnusableModel          a model that was asked for cannot be had, or not safely
"""

from __future__ import annotations

from typing import ClassVar


class PolicyError(Exception):
    """Root of the tree. `hint` says what to do about it, in one phrase."""

    default_hint: ClassVar[str] = ""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = self.default_hint if hint is None else hint

    @property
    def line(self) -> str:
        """The error as one clear line: what, where, what to do."""
        return f"{self}: {self.hint}" if self.hint else str(self)


class SourceError(PolicyError):
    """The outside world gave us something unusable."""


class MissingSource(SourceError):
    """There is nothing at that path."""

    default_hint = "check the path"


class UnreadableFile(SourceError):
    """Something is there, but it is not a document that can be read."""

    default_hint = "pass a text, HTML, PDF, DOCX, OFD or CSV file"


class UndecodableText(SourceError):
    """No encoding explains the bytes well enough."""

    default_hint = "save the file as UTF-8 and add it again"


class FetchError(SourceError):
    """An address of the web gave nothing usable."""

    def put_in_front(self, where: str) -> None:
        """Say at which address it happened; who finds a fault deep in a fetch does not know it."""
        self.args = (f"{where}: {self}",)


class BadAddress(FetchError):
    """This is no address that can be fetched."""

    default_hint = "give a whole address, as https://example.org/page.html"


class PrivateAddress(FetchError):
    """An address leads into a private network, where a stranger's link must not send us."""

    default_hint = "--allow-private fetches from private networks, too"


class DisallowedByRobots(FetchError):
    """The site asks robots to stay away from this address."""

    default_hint = "save the page by hand and add the file"


class Unreachable(FetchError):
    """Nobody answers at an address, or not to the end; it may be a matter of the moment."""

    default_hint = "check the address and the network, or try again later"


class TooSlow(FetchError):
    """An answer took all the time there was and did not come to its end."""

    default_hint = "try again later, or download it by hand and add the file"


class NotServed(FetchError):
    """A server answers with a refusal. `status` is its HTTP status."""

    default_hint = "open the address in a browser to see what is there"

    def __init__(self, message: str, *, status: int, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.status = status


class OversizedAnswer(FetchError):
    """An answer is larger, or grows larger when unpacked, than any release."""

    default_hint = "download it by hand, split it into its articles and add those"


class StoreError(PolicyError):
    """The knowledge base itself is not as it should be."""


class ForeignDatabase(StoreError):
    """The file is a database, but not one of ours."""

    default_hint = "choose another --home"


class QuoteDoesNotFit(StoreError):
    """A record quotes words that its document does not hold at that place."""

    default_hint = "this is a defect: please report it with the document"


class Outdated(StoreError):
    """What is read is no longer what the reading began with."""

    default_hint = "try again"


class NotFound(PolicyError):
    """An id that the store does not hold."""

    default_hint = "`policykb documents` lists what is held"


class StaleIndex(PolicyError):
    """The index was built by another model."""

    default_hint = "run `policykb reindex`"


class MissingExtra(PolicyError):
    """An optional part is not installed."""


class UnusableModel(PolicyError):
    """A model that was asked for cannot be had, or not without running what came with it."""

    default_hint = "check its name and the network, or give a folder that holds it"
