"""The expressions by which people say a time, each with what reads it; for `due`."""

from __future__ import annotations

import re
from datetime import datetime

from amends.coach.due_said import (
    Now,
    Piece,
    Read,
    read_coming_part,
    read_day_near,
    read_day_of_month,
    read_delay,
    read_end_of,
    read_holiday,
    read_hour,
    read_hour_and_minutes,
    read_iso_date,
    read_month,
    read_named_date,
    read_no_time_ahead,
    read_noon,
    read_numbered_date,
    read_part_of_hour,
    read_part_of_today,
    read_period,
    read_same_time,
    read_this_part,
    read_week_from_day,
    read_weekday,
    read_weekend,
    read_within,
)


def pieces(low: str, now: datetime, *, month_first: bool = False) -> tuple[Piece, ...]:
    """The parts of times in a plain text, in its order."""
    if not _HINT.search(low):
        return ()
    found = []
    for seen in _ANY.finditer(low):
        expression, read = _GRAMMAR[int((seen.lastgroup or "_0")[1:])]
        match = expression.match(low, seen.start())
        piece = read(match, Now(now, month_first)) if match else None
        if piece is not None:
            found.append(piece)
    return tuple(found)


_HINT = re.compile(
    r"\d|\b(?:to(?:day|nigh?t|nite|m+or+ow|moz?)\b|tmr|tmw|mon|tue|wed|thu|fri|sat|sun|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve|twenty|half|quarter|noon|midday|midnight"
    r"|hour|day|week|month"
    r"|year|fortnight|minute|morning|afternoon|evening|night|end of|eo[dwmb]|cob|close of|first|lunch|dinner"
    r"|work|way home|bed|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|christmas|xmas|easter|new year|nye"
    r"|boxing|tea|valentine|halloween|bonfire|good friday|teatime|breakfast|yesterday|couple|few)"
)
_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_H = rf"(?P<h>{_WORDS}|[01]?\d|2[0-4])"
_H12 = rf"(?P<h>{_WORDS}|1[0-2]|0?[1-9])"
_COUNT = (
    rf"a couple(?: of)?|a few|an?|\d+(?:\.\d+)?|{_WORDS}|thirteen|fourteen|fifteen|sixteen|eighteen"
    r"|twenty(?:[- ]five)?|thirty|forty(?:[- ]five)?|fifty|sixty|ninety"
)
_APM = r"(?P<ap>[ap])(?:\.\s?m\b\.?|m\b)"
_IN_PART = r"(?:\s+(?:in the|at|this)\s+(?P<part>morning|afternoon|evening|night))?"
_AFTER_DAY = (
    r"(?:\s+(?:late |early )?(?P<part>morning|afternoon|arvo|evening|eve|night|nite|lunch ?time|tea ?time"
    r"|breakfast|first thing))?"
)
_WD = (
    r"(?P<wd>monday|tuesday|wed(?:nes|ens)day|thursday|friday|saturday|sunday|tues?|thur?s?|fri"
    r"|(?:(?<=\bon )|(?<=\bby )|(?<=next )|(?<=this )|(?<=before )|(?<=for )|(?<=coming )"
    r"|(?<=til )|(?<=till )"
    r"|(?<=until )|(?<=late ))(?:mon|wed|sat|sun)"
    r"|(?:mon|wed|sat|sun)(?=\s+(?:morning|afternoon|evening|night|eve|week|at \d|\d)))\b\.?"
)
_MONTH_NAME = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_ORDINAL = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|twentieth"
    r"|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first"
)
_YEAR = r"(?:,?\s+(?P<y>20\d\d))?"
_BEFORE = r"(?:(?P<before>before|ahead of)\s+)?"
_NOT_HOUR = (
    r"(?![\d:./%-]*\d|\s*%|\s?(?:am|pm)\b|'|\s*(?:-\s*)?(?:minutes?|mins?|hours?|hrs?|h|days?"
    r"|weeks?|wks?|months?"
    r"|years?|yrs?|nights?|times?|people|of|pounds?|quid|euros?|dollars?|bucks|grand|k|km"
    r"|miles?|metres?|meters?|m"
    r"|kilos?|kg|more|other|others|pages?|points?|things?|kids?|pints?|bags?|boxes|percent"
    r"|each|years?|degrees|seats?"
    r"|tickets?|different|separate|thousand|hundred|million|out|goals?|cups?"
    r"|or (?:so )?(?:\w+ )?(?:minutes|days"
    r"|weeks|people)|stone|items?|tasks?|stops?|chairs?|eggs|slides|rooms?|the)\b)"
)
_ABOUT = (
    r"(?:the next|about|around|like|just|another|roughly|under|less than|no more than|at most|max"
    r"|maximum|the)"
)
_HALF_HOUR = (
    r"(?:half an? hour|half hour|three quarters of an hour|(?:a )?quarter of an hour|1/2 (?:an )?hour"
    r"|3/4 (?:of an )?hour)\b"
)
_NOT_LATE = r"(?!\s+(?:late|early|earlier|ago|before))"
_HOUR_ENDS = (
    r"(?=\s*(?:$|[^\w\s%:/.-]|[.-](?!\d)|(?:and|so|to|on|in|at|tonight|today|tomorrow|this"
    r"|with|if|for|then|or|but"
    r"|as|when|because|latest|sharp|max|ok|okay|promise|love|x+|i|we|you|that|next|mon|tue|wed"
    r"|thu|fri|sat|sun)"
    r"(?:day|s|sday|nesday|rsday|urday)?\b))"
)
_ISH = r"(?:\s?-?\s?ish)?"
_DAYWORD = (
    r"(?P<day>today|to-?night|tonite|2nite|to-?m+or+ow|tomoz|tomo|tmrw|tmr|tmw|2moro|2morrow"
    r"|day after tomorrow)"
)
_TABLE: tuple[tuple[str, Read], ...] = (
    # What is not ahead.
    (
        r"(?:yesterday|last (?:night|week|weekend|month|year|time)|earlier(?: today| this \w+)?"
        rf"|(?:last|past) {_WD.replace('?P<wd>', '?:')}|the other (?:day|night|week)"
        rf"|(?:{_COUNT}|half an|several|some)\s*(?:and a half )?(?:or (?:two|three|so) )?"
        r"(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?)(?: or so)? (?:ago"
        r"|late|early|earlier)"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:gone|just gone|last(?: week)?)"
        r"|(?:every|each|any|most|all)\s+(?:other |single |second )?(?:(?:mon|tues|wednes"
        r"|thurs|fri|satur|sun)days?"
        r"|day|night|evening|morning|afternoon|weekend|week|month|year|hour)(?: (?:from now on"
        r"|at (?:\d{1,2}|\w+)))?"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days"
        r"|(?:in the|on) (?:mornings|evenings|afternoons|weekends)|at weekends|weeknights|one day|some ?day"
        r"|for (?:about |another |the next |at least |the last )?"
        rf"(?:{_COUNT}|half an) (?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?)"
        r"|(?:until|till|til|since)\s+(?:the\s+)?(?:next\s+)?"
        rf"(?:{_WD.replace('?P<wd>', '?:')}"
        rf"|{_H.replace('?P<h>', '?:')}(?::\d\d)?(?:\s?[ap]m)?\b"
        rf"|{_DAYWORD.replace('?P<day>', '?:')}|weekend|noon"
        r"|midnight|summer|end of (?:the |this |next )?(?:day|week|month|year))"
        r"|24/7)\b",
        read_no_time_ahead,
    ),
    # Delays.
    (
        rf"(?:in|within|inside|under|give me|gimme|be|there|back|home"
        rf"|after)\s(?:{_ABOUT} )?{_HALF_HOUR}{_NOT_LATE}"
        rf"|{_HALF_HOUR}(?=\s*(?:$|[.!]|max\b|tops\b|and i|from now))(?<!an hour late)",
        read_part_of_hour,
    ),
    (r"(?:this|the same|same) time (?P<when>tomorrow|next week)\b", read_same_time),
    (
        r"(?:with)?in(?:side)? the (?:next )?(?P<unit>hour|day|week|month|year|fortnight)\b",
        read_within,
    ),
    (
        rf"(?:in|within|give me|gimme|inside|over|after)\s+(?!an? (?:min|minute|mo|day)\b)(?:{_ABOUT} )?"
        rf"(?P<n>{_COUNT})\s*(?:(?:-|–|to|or)\s*(?P<n2>{_COUNT}))?\s*(?:more )?(?P<work>working |business )?"
        r"(?P<unit>minutes?|mins?|m|hours?|hrs?|h|days?|nights|weeks?|wks?|fortnights?|months?"
        r"|years?|yrs?)\b\.?'?"
        r"(?:\s?(?:and (?P<half>a half)|(?:and )?(?P<rest>\d\d|ten|fifteen|twenty|thirty"
        r"|forty)\s?(?:minutes|mins?"
        rf"|m)?\b))?{_NOT_LATE}(?:\s+or (?:so|two|less))?(?: time)?",
        read_delay,
    ),
    (
        rf"(?P<n>{_COUNT})(?:(?:-|–|\s?to\s|\sor\s)(?P<n2>{_COUNT}))?\s?(?P<work>working "
        rf"|business )?(?P<unit>minutes?"
        r"|mins?|hours?|hrs?|days?|weeks?|months?|years?)\b"
        r"\s*(?:from (?:now|today)|hence|max|tops|at most|and i'?ll|and i will|and i'm)\b",
        read_delay,
    ),
    (
        r"(?<!\bat )(?<!\bby )(?:(?:there|back|home|down|over|out|ready|done|up|with you"
        r"|online|sorted|round|up)\s+in"
        rf"|^in)\s+(?:about |around |like )?(?P<n>{_COUNT})"
        r"(?=\s*(?:$|[^\w\s%:/]|(?:and|so|promise|love|x+|ok)\b))",
        read_delay,
    ),
    (
        rf"(?<!\bfor )(?<!\ban )(?<!\bnext )\b(?P<n>\d+|{_WORDS}|fifteen|twenty|thirty|forty)\s?"
        r"(?P<unit>minutes?|mins?|hrs?|hours?)\b"
        r"(?=\s*(?:$|[,.!;]|and i'll|then i'll|x+\b|i promise|promise|tops|max))(?<!\blate)",
        read_delay,
    ),
    (
        rf"{_BEFORE}(?P<said>(?P<n>a|an|one|two|three|four|\d+)?\s?(?P<unit>weeks?|fortnights?|days?)"
        r"(?:\s+from)?\s+(?P<day>today|tomorrow|tmrw|now))\b",
        read_week_from_day,
    ),
    # Hours.
    (
        rf"half(?:[- ]past)?[- ]{_H12}\b{_ISH}(?:\s?{_APM})?{_IN_PART}{_NOT_HOUR}",
        read_hour_and_minutes,
    ),
    (
        r"(?:(?P<past>a quarter|quarter|five|ten|twenty|twenty[- ]five|5|10|20|25)(?: minutes?"
        r"| mins?)? (?:past|after)"
        r"|(?P<to>a quarter|quarter|five|ten|twenty|twenty[- ]five|(?:(?<=at )|(?<=by ))(?:5|10|20|25))"
        rf"(?: minutes?| mins?)? (?:to|before|of|til)) {_H12}\b{_ISH}(?:\s?{_APM})?{_IN_PART}{_NOT_HOUR}",
        read_hour_and_minutes,
    ),
    (
        rf"between (?:{_H12.replace('?P<h>', '?:')})(?:[:.]\d\d)?(?:\s?[ap]m)? and "
        rf"{_H12}(?:[:.](?P<m>[0-5]\d))?\b"
        rf"(?:\s?{_APM})?{_IN_PART}{_NOT_HOUR}",
        read_hour,
    ),
    (rf"\d{{1,2}}(?:[:.]\d\d)?\s?[-–]\s?{_H12}(?:[:.](?P<m>[0-5]\d))?\s?{_APM}", read_hour),
    (
        rf"(?<![\d£$€:.,/-])(?P<h>[01]?\d"
        rf"|2[0-4])\s?[:h]\s?(?P<m>[0-5]\d)\b(?![:\d]){_ISH}(?:\s?{_APM})?{_IN_PART}",
        read_hour,
    ),
    (
        rf"(?:(?<=\bat )|(?<=\bby )|(?<=before )|(?<=around )|(?<=about )|(?<=tonight )"
        rf"|(?<=tomorrow )|(?<=day )|(?<=from ))"
        rf"(?P<h>[01]?\d|2[0-4])\.(?P<m>[0-5]\d)\b(?!\.?\d)(?:\s?{_APM})?{_IN_PART}{_NOT_HOUR}",
        read_hour,
    ),
    (rf"{_H12}[- ](?P<m>fifteen|thirty|forty[- ]five)\b(?:\s?{_APM})?{_IN_PART}{_NOT_HOUR}", read_hour),
    (rf"(?<![\d£$€:.,/-]){_H12}\.(?P<m>[0-5]\d)\s?{_APM}", read_hour),
    (
        r"(?:(?<=\bat )|(?<=\bby ))(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)\b(?=\s*(?:$|[^\w\s%:/.]"
        r"|[.](?!\d)|on|to))",
        read_hour,
    ),
    (rf"(?<![\d£$€:.,/-]){_H12}{_ISH}\s?{_APM}", read_hour),
    (rf"{_H12}\s?o'?\s?clock\b(?:\s?{_APM})?{_IN_PART}", read_hour),
    (rf"{_H12}\s?-?\s?ish\b(?:\s?{_APM})?{_IN_PART}", read_hour),
    (
        rf"(?:at|by|before|@|come|for|no later than)\s+(?:about |around |like |say )?{_H12}"
        rf"(?:[- ](?P<m>fifteen|thirty|forty[- ]five))?\b{_IN_PART}{_NOT_HOUR}",
        read_hour,
    ),
    (rf"(?<=@){_H12}\b{_IN_PART}{_NOT_HOUR}", read_hour),
    (
        rf"(?:around|about|roughly|after|from|past|then|say)\s+{_H12}\b{_IN_PART}{_HOUR_ENDS}{_NOT_HOUR}",
        read_hour,
    ),
    (rf"{_H12}\s+in the (?P<part>morning|afternoon|evening)\b", read_hour),
    (
        rf"{_H12}(?=\s+(?:tonight|tomorrow|sharp|on (?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun|\d)))",
        read_hour,
    ),
    (
        rf"(?:(?<=tonight )|(?<=tonight, )|(?<=today )|(?<=today, )|(?<=tomorrow )"
        rf"|(?<=tomorrow, )|(?<=day )|(?<=day, )"
        rf"|(?<=evening )|(?<=morning )|(?<=afternoon )){_H12}\b{_HOUR_ENDS}",
        read_hour,
    ),
    (r"(?:(?P<noon>noon|midday|mid-day)|(?P<night>midnight))\b", read_noon),
    # Days.
    (
        r"(?:(?P<begin>start|beginning)|end|close|back end) of (?:(?P<which>the following|the|this|next) )?"
        r"(?P<unit>day|week|month|year)\b|eo[wm]\b",
        read_end_of,
    ),
    (
        r"(?:eod|cob|eob|cop|close of (?:play|business|day)|end of (?:play|business"
        r"|(?:the )?work(?:ing)? day))\b",
        read_part_of_today,
    ),
    (rf"{_BEFORE}(?P<said>(?:the )?{_DAYWORD}(?P<its>'s)?{_AFTER_DAY})\b", read_day_near),
    (r"(?:later )?this (?P<part>morning|afternoon|arvo|evening|lunch ?time)\b", read_this_part),
    (
        rf"{_BEFORE}(?P<said>(?:(?P<shift>(?:a |one )?(?:week|fortnight)) (?:on|from|this"
        rf"|after)? ?(?:this )?)?(?:(?P<week2>"
        rf"next week|this week),? (?:on )?)?(?:(?P<which>next"
        rf"|this(?= {_WD.replace('?P<wd>', '?:')})|(?:this |the )?coming"
        rf"|the following) )?{_WD}(?:\s+(?P<shift2>week)\b|,? (?:of )?(?P<week>next week"
        rf"|this week|the week after"
        rf"(?: next)?|week after next))?(?P<its>'s)?{_AFTER_DAY})(?!\w)",
        read_weekday,
    ),
    (r"(?P<y>20\d\d)-(?P<mo>0\d|1[0-2])-(?P<d>[0-3]\d)\b", read_iso_date),
    (
        rf"{_BEFORE}(?P<said>(?:the )?(?:(?P<d>[0-3]?\d(?:st|nd|rd|th)?"
        rf"|{_ORDINAL})(?: day)?(?: of)?[ -](?P<month>{_MONTH_NAME})\b\.?"
        rf"|(?P<month2>{_MONTH_NAME})\.? (?:the )?(?P<d2>[0-3]?\d(?:st|nd|rd|th)?"
        rf"|{_ORDINAL})\b(?![:.]\d|\s?[ap]m)){_YEAR})",
        read_named_date,
    ),
    (
        rf"{_BEFORE}(?<![\d£$€/.-])(?P<said>(?:(?<=on )|(?<=by )|(?<=before )|(?<=the )"
        rf"|(?<=for )|(?<=day )|(?<=til )|(?<=ill )|(?<=from )"
        r"|(?=\d+[/.]\d+[/.](?:20)?\d\d\b))(?P<a>[0-3]?\d)[/.](?P<b>[0-3]?\d)(?:[/.](?P<y>(?:20)?\d\d))?)(?![\d/%])",
        read_numbered_date,
    ),
    (
        r"(?:(?P<before>before|ahead of) )?\b(?P<said>(?:(?<=on )|(?<=by )|(?<=before )"
        r"|(?<=for )|(?<=ill )|(?<=til )|(?<=day )|(?<=from )"
        r"|(?=the [\dst]\w+\s*(?:$|[,.;!?]|and |so |at |of (?:this"
        r"|next) month)))the (?P<d>[0-3]?\d)(?:st|nd|rd|th)\b"
        r"(?: of (?P<of>this|next) month)?(?!\s+(?:floor|time|half|chance|one|attempt|round"
        r"|child|bedroom|draft|version"
        r"|page|row|quarter|year|week|grade|street|st\b|ave|place|door|birthday|edition"
        r"|anniversary|century)))",
        read_day_of_month,
    ),
    (
        rf"(?<=day )(?P<said>(?:the )?(?P<d>[0-3]?\d(?:st|nd|rd|th)|(?<=the )(?:{_ORDINAL})))\b",
        read_day_of_month,
    ),
    (
        r"(?P<how>by|mid|in|during|before|(?:start|beginning|end) of)[- ]"
        r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december)"
        r"\b(?! (?:be|have|not|i|we|you)\b)",
        read_month,
    ),
    (
        r"(?:(?P<how>before|by|for|over|after|at|on) )?(?:(?P<which>this|next|the following"
        r"|the|the coming) )weekend\b",
        read_weekend,
    ),
    (
        r"(?:some ?time |later |early |late |mid )?(?P<which>this|next) (?P<unit>week|month|year)\b"
        r"|\b(?P<which2>the) (?P<unit2>week|month) (?P<after2>after next)\b",
        read_period,
    ),
    (
        rf"{_BEFORE}(?P<said>(?P<name>christmas eve|christmas day|christmas|xmas eve|xmas"
        rf"|boxing day|new year'?s eve|nye"
        r"|new year'?s day|new year's?|valentine'?s?(?: day)?|halloween|bonfire night"
        r"|good friday|easter monday"
        r"|easter sunday|easter))\b(?! (?:party|present|dinner|tree|card|lunch|egg))",
        read_holiday,
    ),
    (
        r"(?:first thing(?! i\b| you\b| to\b| on\b| we\b)(?: in the (?P<part>morning))?"
        r"|in the (?P<part2>morning|afternoon|evening))\b",
        read_coming_part,
    ),
    (
        r"(?:(?:straight |right )?after (?:work|school|dinner|tea|supper|lunch|my shift"
        r"|bath ?time|training|the school run)"
        r"|(?:on|along) (?:my|the) way (?:home|back)|before (?:i go to )?bed|(?:at|by|before"
        r"|over|after|around) "
        r"(?:dinner|supper|tea ?time|bed ?time|lunch(?: ?time)?)|when i(?:'m"
        r"| am)? (?:get )?(?:home|in|back)(?= |$|[,.!])"
        r"|before (?:dinner|lunch|tea)|after the kids are (?:in bed|asleep|down)|later on today)\b",
        read_part_of_today,
    ),
)
_GRAMMAR = tuple((re.compile(expression), read) for expression, read in _TABLE)
_NAMELESS = [re.sub(r"[(][?]P<\w+>", "(?:", expression) for expression, _ in _TABLE]
_FIRST = (
    r"\d|an? |the |this |next |last |past |on |in |in?side |at |by |be |before |for |from "
    r"|to-?(?:d|n|m)|tom|tm[rw]"
    r"|mon|tue|wed|thu|fri|sat|sun|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|thirt|fift|sixt"
    r"|ninet|twent|forty|half|three|quarter|noon|mid|yesterday|earl|ever|each|any |all |most "
    r"|until |till? |since "
    r"|within|inside|under|give me|gimme|over |after|ahead|there |back |home|down |out |ready "
    r"|done |up |with you"
    r"|online |sorted |round|same |between |around |about |come |coming |no later|roughly"
    r"|then |say |start|beginning"
    r"|end |close |eo[dbwm]|co[bp]|day|week|fortnight|later |sometime|some ?day|some |several"
    r"|during|christmas|xmas"
    r"|boxing|new y|nye|valentine|halloween|bonfire|good fri|easter|first|straight|right "
    r"|along |when i|couple|jan|feb"
    r"|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|second|third|fourth|seventh|eighth|ninth|tenth"
)
_ANY = re.compile(
    rf"\b(?={_FIRST})(?:" + "|".join(f"(?P<_{i}>{said})" for i, said in enumerate(_NAMELESS)) + ")"
)
