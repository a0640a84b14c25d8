"""The work of a page's own thread, as long as it takes on a slow phone's processor."""

from playwright.sync_api import Page

SLOWER = 6
"""How many times the processor is slowed down."""


class PageThread:
    """The thread of a page, and its own ticks as many times as it would be slower: Chromium's own brake counts others'
    work with it."""

    def __init__(self, page: Page):
        self._page = page
        self._session = page.context.new_cdp_session(page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def cost(self, script: str, argument: object) -> float:
        """Milliseconds that the thread works until what a script promises has come."""
        before = self._worked()
        self._page.evaluate(script, argument)
        return self._worked() - before

    def _worked(self) -> float:
        """Milliseconds that the thread has worked so far."""
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return SLOWER * next(each["value"] for each in metrics if each["name"] == "TaskDuration") * 1000
