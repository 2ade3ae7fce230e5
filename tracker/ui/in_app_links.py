"""Links into the app that keep the session.

A link in HTML of ours ("./?day=2026-11-20") loads the whole page anew: 0.8 s instead of 0.2 s, measured in Chromium,
and the session with everything Undo could take back is gone. A link chosen in a chart would keep it but be out of reach
for keyboard and screen reader. So these stay links, which can be tabbed to, copied and opened in another tab, and a
plain click on one does what Streamlit does itself on the browser's way back and forth: it changes the address and says
so. Without the script they still lead there.
"""

from typing import Final

import streamlit as st

# Every address of ours that begins like this is one of this app. The page has one document for all its life, so it is
# told once. A popstate event is what the browser's Back sends, which Streamlit answers with the page of the address.
_SCRIPT: Final = """<script>
if (!window.inAppLinks) {
  window.inAppLinks = true
  document.addEventListener("click", event => {
    const link = event.target.closest?.('a[href^="./"]')
    if (!link || event.defaultPrevented || event.button) return
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    history.pushState(null, "", link.href)
    dispatchEvent(new PopStateEvent("popstate", { state: null }))
  })
}
</script>"""


def draw() -> None:
    """Let links of this page that begin with "./" keep the session; draws nothing that is seen."""
    st.html(_SCRIPT, width="content", unsafe_allow_javascript=True)
