"""The About page: how far the evidence reaches, the notes that nothing logged can bring up, and those that come."""

from collections.abc import Iterable, Mapping
from typing import Final

import streamlit as st

from tracker.again import notices
from tracker.dismissals import Dismissal
from tracker.note_texts import NOTES, Note
from tracker.notes import standing_notes
from tracker.ui import actions, resources, shell
from tracker.ui.actions import Action
from tracker.ui.notes_shown import with_source

_INTRO: Final = (
    "This app shows what you logged against reference values, each with its source. It gives no medical advice and "
    "promises no relief from cramps. Ask your doctor or pharmacist about anything that worries you."
)
# Markdown of ours: what the trials found, and where that ends.
_EVIDENCE: Final = {
    "Magnesium and night cramps": (
        "**Trials do not show that magnesium pills stop night cramps in older adults.** The [Cochrane review of 2020]"
        "(https://cochranelibrary.com/cdsr/doi/10.1002/14651858.CD009402.pub3//pl) brings together 11 trials with 735 "
        "people; its edition of 2012 calls the difference to a dummy pill [neither clinically nor statistically "
        "significant](https://pmc.ncbi.nlm.nih.gov/articles/PMC7025716/table/CD009402-tbl-0001). In pregnancy the "
        "trials [disagree](https://cochranelibrary.com/cdsr/doi/10.1002/14651858.CD010655.pub3//de). To meet the "
        "reference intake, best from food, is worthwhile all the same: that is what is counted here. Of vitamin D and "
        "cramps this app claims nothing."
    ),
    "Stretching": (
        "One [trial](https://pubmed.ncbi.nlm.nih.gov/22341378/) with 80 adults over 55 found 1.2 fewer cramps a night "
        "(95 % confidence interval 0.6 to 1.8) after six weeks of stretching calf and hamstring before bed. Those who "
        "were told not to stretch knew it, which can flatter a result, and an earlier trial of calf stretching (Coppin "
        "2005, British Journal of General Practice 55:186) found nothing."
    ),
    "Fiber and water": (
        "Two litres with 25 g of fiber rest on [one trial](https://www.ncbi.nlm.nih.gov/pubmed/9684123) of 117 adults "
        "with constipation; nothing found shows a benefit above two litres. That the target rises with fiber is **a "
        "comfort rule of ours**: nobody publishes a figure. It lies between the water that [fiber carries]"
        "(https://pmc.ncbi.nlm.nih.gov/articles/PMC4528039) (3 to 5 mL a gram) and the [labels of fiber products]"
        "(https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=9c4c41d8-a2d5-4168-9e97-9f9d47fc5e63) (30 to 70). "
        "Against it: people who drank [1 to 2 litres more a day]"
        "(https://pmc.ncbi.nlm.nih.gov/articles/PMC6356561/table/nutrients-11-00070-t003) saw no change in stool "
        "weight, and a review found [no evidence](https://doi.org/10.1111/j.1572-0241.2005.40885.x) that drinking more "
        "treats constipation unless there is a lack of fluid."
    ),
}


def draw() -> None:
    """Draw the page."""
    st.title("About", anchor=False)
    st.markdown(_INTRO)
    st.header("What is known, and what is not", anchor=False)
    for name, text in _EVIDENCE.items():
        st.subheader(name, anchor=False)
        st.markdown(text)
    st.header("Good to know", anchor=False)
    st.markdown(_by_subject(standing_notes()))
    _draw_notes()


@st.fragment(key="about.notes")
def _draw_notes() -> None:
    """Draw the notes that come by themselves, and the way to have those that were closed for good come again."""
    with shell.explained():
        closed = notices.dismissals(resources.diary())
        actions.draw_toast()
        st.header("Notes that come by themselves", anchor=False)
        st.markdown("Each comes once, when what it speaks of is logged, and can be closed for the day or for good.")
        known = [note for note in NOTES if note.id in closed and closed[note.id].day is None]
        if known:
            st.button(
                f"Let {'the note' if len(known) == 1 else f'all {len(known)} notes'} marked as known come again",
                key="about.again",
                on_click=_show_again,
            )
        with st.container():
            actions.draw_outcome()
        coming = [note for note in NOTES if note.moment != "about"]
        st.markdown(_by_subject(coming, closed))


def _show_again() -> None:
    actions.perform(Action("Notes come again", lambda diary, _sure: notices.show_again(diary), toast=False))


def _by_subject(notes: Iterable[Note], closed: Mapping[str, Dismissal] | None = None) -> str:
    """Return notes as Markdown under what they are about; those marked as known say so."""
    by_subject: dict[str, list[str]] = {}
    for note in notes:
        dismissal = (closed or {}).get(note.id)
        known = " *Marked as known.*" if dismissal is not None and dismissal.day is None else ""
        by_subject.setdefault(note.about, []).append(f"- {with_source(note)}{known}")
    return "\n\n".join(f"**{subject}**\n\n" + "\n".join(lines) for subject, lines in by_subject.items())
