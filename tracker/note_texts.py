"""The notes: what each says, and whence it comes.

A note says one thing in plain words and names its source; it is shown, never enforced. Figures of limits are those of
the source, not a person's own settings: see `tracker.notes` for when each is due.
"""

from dataclasses import dataclass
from typing import Final, Literal

# When a note comes: at something logged on a day, at a supplement that was added, or never by itself.
Moment = Literal["day", "supplement", "about"]


@dataclass(frozen=True, slots=True)
class Note:
    """One note. about: what it is about, a heading. source: an address, "" where it is our own judgement."""

    id: str
    moment: Moment
    about: str
    text: str
    source_name: str
    source: str = ""


_BFR: Final = "https://www.eurekalert.org/pub_releases/2017-12/bfif-bam121817.php"
_DAILYMED_OXIDE: Final = "https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=2ea68874-8c20-4284-bd0a-f07768057b83"
_EMC: Final = "https://www.medicines.org.uk/emc/product/12118/smpc"
_MAGNESIUM: Final = "Magnesium supplements"
_VITAMIN_D: Final = "Vitamin D"
_WATER: Final = "Water"
_FIBER: Final = "Fiber"
_CRAMPS: Final = "Leg cramps"
_MEDICINES: Final = "Medicines and illnesses"

# Of the notes that come on a day, those that ask for care first: few are shown at once.
NOTES: Final = (
    Note(
        "pace_red",
        "day",
        _WATER,
        "More than 1,420 mL (48 fl oz) of drinks within an hour is faster than the body can clear. Pause for now. If "
        "headache, nausea or confusion follow a lot of drinking, get medical help.",
        "NIOSH, for work in the heat",
        "https://stacks.cdc.gov/view/cdc/45851",
    ),
    Note(
        "pace_amber",
        "day",
        _WATER,
        "More than 1,000 mL (34 fl oz) of drinks within an hour: about as fast as kidneys can clear water. Spread the "
        "rest over the day.",
        "US National Academies 2005, as retold by MedicineNet",
        "http://www.medicinenet.com/caffeine/page9.htm",
    ),
    Note(
        "mg_loose_stools",
        "day",
        _MAGNESIUM,
        "Loose stools are the usual sign of too much magnesium from supplements. Stop the supplement for now; they "
        "mostly settle within a day or two. Magnesium in food is fine.",
        "BfR, 2017",
        _BFR,
    ),
    Note(
        "mg_sup_us",
        "day",
        _MAGNESIUM,
        "The day’s supplements give more than 350 mg magnesium, the US upper limit for supplements. Magnesium in food "
        "does not count towards it. If a doctor told you to take this much, mark this note as known.",
        "US National Academies",
        "https://www.nationalacademies.org/read/9956/chapter/28",
    ),
    Note(
        "mg_sup_eu",
        "day",
        _MAGNESIUM,
        "The day’s supplements give more than 250 mg magnesium, the European limit for supplements. Magnesium in food "
        "does not count towards it. If a doctor told you to take this much, mark this note as known.",
        "BfR, 2017",
        "https://www.bfr.bund.de/en/press_information/2017/50/"
        "bfr_assesses_maximum_daily_level_for_magnesium_in_food_supplements-202892.html",
    ),
    Note(
        "vitd_toxic",
        "day",
        _VITAMIN_D,
        "The last seven days together give more vitamin D than seven times the daily upper limit of 4,000 IU (100 "
        "µg). In the long run too much can raise the calcium in the blood: thirst, passing much urine, vomiting or"
        " confusion are reasons to see a doctor.",
        "Frontiers in Endocrinology, 2018",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC6158375",
    ),
    Note(
        "vitd_ul",
        "day",
        _VITAMIN_D,
        "The day’s vitamin D is above the daily upper limit of 4,000 IU (100 µg). The limit is meant for every "
        "day: one day above it is rarely harmful, a habit is worth a word with your doctor.",
        "US National Academies",
        "http://books.nap.edu/openbook.php?record_id=13050&page=445",
    ),
    Note(
        "quinine",
        "day",
        _CRAMPS,
        "Tonic water is counted as a drink. As a remedy, do not take quinine for night cramps on your own: it can "
        "cause serious bleeding disorders. Ask your doctor.",
        "FDA boxed warning, as quoted by Worst Pills",
        "https://worstpills.org/newsletters/view/708",
    ),
    Note(
        "fiber_supplement",
        "day",
        _FIBER,
        "Psyllium, bran and whole flaxseed swell: take them with a full glass of water (240 mL, 8 fl oz), never "
        "dry, and not if swallowing is difficult for you. The glass is part of the day’s water.",
        "DailyMed, label of psyllium",
        "https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=9c4c41d8-a2d5-4168-9e97-9f9d47fc5e63",
    ),
    Note(
        "fiber_slow",
        "day",
        _FIBER,
        "That is much more fiber than in your last days. Add it a little at a time, so that your gut gets used to it.",
        "NIDDK (copy)",
        "https://yourahaireleased.pages.dev/589616.html",
    ),
    Note(
        "mg_split",
        "day",
        _MAGNESIUM,
        "That was more than 150 mg magnesium at once. Smaller doses, two or three times a day, are easier on the gut "
        "than one large one.",
        "BfR, 2017",
        _BFR,
    ),
    Note(
        "vitd_meal",
        "day",
        _VITAMIN_D,
        "Vitamin D is taken up better with a meal that has some fat. (One trial with a single large dose; another saw "
        "no difference in the blood after months.)",
        "Consultant 360, on the trial",
        "https://www.consultant360.com/story/dietary-fat-increases-vitamin-d-3-absorption",
    ),
    Note(
        "mg_food_ok",
        "day",
        _MAGNESIUM,
        "The day’s food alone gives the magnesium you aim for, and more. For magnesium that is naturally in food "
        "no limit is set.",
        "VKM, Norway",
        "https://www.vkm.no/english/riskassessments/allpublications/"
        "riskassessmentofmagnesiuminfoodsupplements.4.2375207615dac0245aee5130.html",
    ),
    Note(
        "fiber_water",
        "day",
        _FIBER,
        "Your water target is higher for the fiber you ate. This is a comfort rule of thumb, not a medical "
        "requirement; About says what is known of it.",
        "Anti 1998, a trial of 25 g fiber with 2 L fluid",
        "https://www.ncbi.nlm.nih.gov/pubmed/9684123",
    ),
    Note(
        "kidney",
        "supplement",
        _MEDICINES,
        "With kidney disease, magnesium, potassium and extra fluid can build up. Ask your doctor before you take a "
        "supplement, and go by your clinic’s figures, not by the targets of this app.",
        "DailyMed, label of magnesium oxide",
        _DAILYMED_OXIDE,
    ),
    Note(
        "mg_spacing",
        "supplement",
        _MEDICINES,
        "Magnesium keeps some medicines from being taken up. Tetracycline and quinolone antibiotics: 2 hours before or "
        "4 to 6 hours after it. Bisphosphonates, iron and nitrofurantoin: 3 to 4 hours apart. Ask your pharmacist.",
        "emc, summary of product characteristics",
        _EMC,
    ),
    Note(
        "mg_evidence",
        "supplement",
        _CRAMPS,
        "In older adults, trials found that magnesium pills made little or no difference to night cramps. To meet your "
        "needs from food is worthwhile all the same.",
        "Cochrane review, 2020",
        "https://cochranelibrary.com/cdsr/doi/10.1002/14651858.CD009402.pub3//pl",
    ),
    Note(
        "potassium",
        "supplement",
        _MEDICINES,
        "Figures for potassium are for healthy kidneys. They do not hold with kidney disease, or with medicines that "
        "raise potassium.",
        "US National Academies, 2019",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC9932710/table/tbl1",
    ),
    Note(
        "fluid_limit",
        "about",
        _MEDICINES,
        "If you were told to limit fluids (heart failure, kidney disease), enter your limit on the Targets page: it "
        "takes the place of the rule, and is never raised for fiber, exercise or heat.",
        "Medical News Today",
        "https://www.medicalnewstoday.com/articles/fluid-restriction-in-heart-failure",
    ),
    Note(
        "mg_ppi",
        "about",
        _MEDICINES,
        "Acid reducers (PPIs such as omeprazole) taken for long can lower the magnesium in the blood, and supplements "
        "do not always make up for it. Ask your doctor about a blood test.",
        "FDA, 2011",
        "http://www.fda.gov/drugs/drugsafety/ucm245011.htm",
    ),
    Note(
        "mg_diuretic",
        "about",
        _MEDICINES,
        "Water tablets change magnesium and potassium, up or down depending on their kind. Ask your doctor or "
        "pharmacist before you add either.",
        "emc, summary of product characteristics",
        _EMC,
    ),
    Note(
        "vitd_caution",
        "about",
        _MEDICINES,
        "With kidney stones, sarcoidosis, high blood calcium or thiazide water tablets, blood calcium rises more "
        "easily: ask your doctor before you take vitamin D.",
        "Clinical Biochemist Reviews, 2020",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC7731935/table/t4-cbr-41-103",
    ),
    Note(
        "pregnancy",
        "about",
        _MEDICINES,
        "Reference values differ in pregnancy and while breastfeeding. Ask your midwife or doctor before any "
        "supplement.",
        "DailyMed, label of magnesium oxide",
        _DAILYMED_OXIDE,
    ),
    Note(
        "pregnancy_mg",
        "about",
        _CRAMPS,
        "In pregnancy, trials of magnesium for leg cramps disagree with each other.",
        "Cochrane review, 2020",
        "https://cochranelibrary.com/cdsr/doi/10.1002/14651858.CD010655.pub3//de",
    ),
    Note(
        "stretch",
        "about",
        _CRAMPS,
        "Three minutes before bed: stretch calf and hamstring, hold for 10 seconds, three times each leg.",
        "Hallegraeff 2012, a trial",
        "https://pubmed.ncbi.nlm.nih.gov/22341378/",
    ),
    Note(
        "cramp_now",
        "about",
        _CRAMPS,
        "In a cramp: straighten the leg, gently pull the toes up towards you, and massage the muscle.",
        "Bay of Plenty District Health Board",
        "https://www.bopdhb.govt.nz/conditions-treatments/bones-and-joints/leg-cramp",
    ),
    Note(
        "see_doctor",
        "about",
        _CRAMPS,
        "See a doctor if cramps disturb your sleep, or come with numbness or swelling; at once if one lasts longer"
        " than 10 minutes.",
        "nidirect, Northern Ireland",
        "https://nidirect.gov.uk/node/10453",
    ),
    Note(
        "red_leg",
        "about",
        _CRAMPS,
        "One leg that is red, swollen or warm is not a cramp and may be a blood clot: get medical help the same day.",
        "HSE, Ireland",
        "https://www2.hse.ie/conditions/leg-cramps-pregnancy/",
    ),
    Note(
        "evening_drinks",
        "about",
        _WATER,
        "In the last two hours before bed there is no need to catch up on water: it would only wake you at night. "
        "Tomorrow is a new day.",
        "our own judgement, without a source",
    ),
)
BY_ID: Final = {note.id: note for note in NOTES}
