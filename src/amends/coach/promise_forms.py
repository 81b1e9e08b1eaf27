"""How people commit themselves, and what makes the same words something else; for `promise`."""

from __future__ import annotations

import re

# Where a message and its sentences divide.

QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|(?<![\w\'])\'(?=\w)(?:[^\'\n]|\'(?=\w))+\'(?!\w)')
SENTENCE = re.compile(
    r"[^\s.!?](?:[^.!?\n]|(?<=\d)\.(?=\d)|(?<=\b[ap])\.(?=\s?m)|(?<=\b[ap]\.m)\.(?=\s*[a-z\d])"
    r"|\.(?=\w))*[.!?]?"
)
SUBJECT = r"(?:i|you|he|she|we|they|it|there|that|this|who|what|everyone|nobody)"
NEXT_CLAUSE = re.compile(
    rf"[;:](?=\s)|\s[-–—]+\s|,?\s+(?:and|but|so|because|cos|while|whereas|though"
    rf"|although)\s+{SUBJECT}(?:'\w+)?\b"
    rf"|,\s+(?:{SUBJECT}(?:'\w+)?\s+\w|(?:do|does|did|is|are|can|could|will|would|what|how"
    rf"|when|have|has|any)\b)"
)
BREAK = re.compile(r"[,;:]\s+|\s[-–—]+\s+|\b(?:and|but|so|because|then|cos)\s+")
OWN_CLAUSE = re.compile(
    r"\b(?:i|you|he|she|we|they|it|that|who)(?:'\w+)?\s+(?!(?:and|or|but|,)\b)\w|\b(?:is|was"
    r"|were|are|has|had|sorry|left"
    r"|forgot|thanks?|went|didn't|don't)\b"
)
FRONTED = re.compile(r"(?:when|once|after|as soon as|before|if|by the time|the moment|straight after|from)\b")
WAIT = re.compile(
    r"\b(?:give me|gimme|need|let me have|just|hang on|wait)\b[^.]*\b(?:minutes?|mins?|hours?|half an)\b"
)

# What a time is not due by, and what sets a limit.

NOT_DUE = re.compile(
    r"\b(?:until|till|til|since|from|of|than|other than|about"
    r"|(?<!home )(?<!back )(?<!there )(?<!round )for) (?:the )?$"
)
DEADLINE = re.compile(r"\b(?:by|before|no later than|within|latest) (?:the |about |around )?$")

# The forms.

ADVERB = (
    r"(?:(?:just|also|then|definitely|certainly|surely|personally|happily|gladly|of course"
    r"|actually|really|defo"
    r"|totally|quickly|now|still|even|only|always|absolutely|at least|instead|again|finally"
    r"|obviously|deffo|def"
    r"|(?:make sure|be sure) (?:that )?i(?:'ll)?)\s+)*"
)
FUTURE = re.compile(
    rf"(?P<said>(?:\b(?P<who>i|we)(?:\s*'ll|\s+will|\s+shall|\s+wil)"
    rf"|\b(?P<who2>ill(?<!\bm ill)(?=\s+(?:send|be (?:there|back|home|on|at|with|in|round)|pick"
    r"|do|call|get|bring|come|make|pay|sort|fix|ring|text|drop|take|tell|put|clean|meet|give"
    r"|let you|help|have it|ask"
    rf"|check|try|see|go)\b))|\b(?:i'?m|i am|we'?re|we are)(?:\s+\w+)?\s+(?:going to|gonna)"
    rf"|\bimma|\bima))\s+{ADVERB}"
    r"(?!not\b|never\b|be able\b)(?=[a-z])"
)
BARE_FUTURE = re.compile(
    rf"(?:(?<=[.!?]\s)|(?<=[,;:]\s)|^|(?<=\n)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bthen\s)"
    rf"|(?<=\byes\s)|(?<=\byep\s)|(?<=\bok\s)"
    rf"|(?<=\bsure\s)|(?<=\bsorry\s))(?P<said>(?P<who>)(?:will|'ll|shall|gonna|going to)\s+{ADVERB}"
    r"(?!not\b|never\b|be\s+(?:fine|ok)|i\b|you\b|he\b|she\b|it\b|we\b|they\b|the\b|this\b"
    r"|that\b|there\b|your\b|my\b"
    r"|a\b|his\b|her\b|our\b|power\b|anyone\b|do\s*[.,!x]|do\s*$)(?=[a-z]))"
)
REFRAIN = re.compile(
    r"(?:(?P<said>\b(?:i|we)\s+(?:won't|wont|will not|shall not|shan't)(?P<ever>\s+ever)?"
    r"|\b(?:i|we)(?:'ll|\s+will)\s+(?:not\b|never\b(?P<ever2>))|\bi'?\s?a?m not (?:going to"
    r"|gonna)(?P<ever3>\s+ever)?"
    r"|(?:(?<=[.!?]\s)|^|(?<=\n))(?:won't|wont|will never)))\s+(?=[a-z])"
)
NOT_AGAIN = re.compile(
    r"\b(?:(?:it|this|that)(?:'ll|\s+will)?\s*(?:won't|will not|will never|never"
    r"|not)\s+(?:ever\s+)?(?:be )?happen(?:ing)?"
    r"(?:\s+again)?|(?:it|this|that) (?:was|is) the last time(?! you)|(?:it|that) won't be repeated"
    r"|no more (?:secrets|lies|lying|shouting|hiding|excuses from me|sneaking)"
    r"|never again(?=\s*(?:$|[,.;!]|will i\b)))"
)
WORD_GIVEN = re.compile(
    r"\b(?:i(?: do| really| solemnly| hereby)? (?:promise|swear|vow|guarantee"
    r"|pledge)(?! (?:nothing|you nothing|by\b))"
    r"(?= (?:to|not to|that|you|never|this|it|i(?:'ll|ll| will| won'?t| shall))\b|\s*[,.!:–-]|\s*$)"
    r"|(?:give me|gimme) (?:\w+ ){1,3}(?:minutes|mins|hours?) and i(?:'m|'ll be| am| will be)"
    r" (?:there|down|with you|round|back|over|on my way|all yours)"
    r"|you have my word|(?<!you )(?<!the )(?<!a )(?<!my )(?<!to )(?<!your )promise(?= ?(?:x+"
    r"|love|babe|mate)?[.!]*\s*$)|i (?:hereby )?undertake (?:not )?to|mum'?s the word"
    r"|(?:i )?give you my word|that'?s a promise|my word on it|i commit to|i'?m committing to"
    r"|consider it (?:done|sorted|booked|handled)|leave (?:it|that) (?:with|to) me|(?:you can )?count on me"
    r"|you can rely on me|(?:it|that|this|your secret|anything you tell me"
    r"|everything you tell me|what you (?:tell|told) me)"
    r"(?:'s| is|'ll stay| stays| will stay)(?: safe)? (?:with me|between us)"
    r"|my lips are sealed|i'?m (?:already |right )?on it|(?:drinks|dinner|lunch|coffee"
    r"|breakfast)(?:'s| is| are) on me"
    r"|(?:from now on|going forward|in future|from today|next time),? i(?! wish| want| hope"
    r"| need| feel| think| expect"
    r"|'d| would| might| may| could| can't)(?: \w+)*? (?=[a-z])|i(?:'?m| am) (?:willing and )?committed to"
    r"|from now on,? (?:no|any|every|all|my)\w*\b(?! you\b)[^.]*\b(?:me|mine|i|my)\b)"
)
RESULT = re.compile(
    r"\b(?:you(?:'ll| will) (?:have|get|find|receive|see|hear)(?! to\b| over| what| used| away)"
    r"|(?:it|that|this|they|everything|(?:maintenance|rent|contract|timber|money|report"
    r"|invoice|draft|payment|parcel|delivery|dinner)|the \w+(?: \w+)?|your \w+(?: \w+)?"
    r"|my \w+(?: \w+)?|(?:(?<=[.!?]\s)|^)\w+(?= will be with you))(?:'ll| will) (?:all )?"
    r"(?:be (?:done|ready|with you|there|finished|fixed|sorted|paid|sent|delivered|cleaned"
    r"|back|in your|on your|up|live"
    r"|clean|gone|written|booked|returned|merged|washed|waiting for you|handled|complete|submitted)|reach you"
    r"|arrive with you)|expect (?:it|them|the \w+|my \w+) )\b"
)
GOING_ON = re.compile(
    r"(?:\bi(?:'?m| am) |^|(?<=[.!?,]\s))(?:definitely |also |just |coming to )?(?:collecting"
    r"|picking|bringing|sending|driving|paying|booking"
    r"|cooking|taking|dropping|calling|ringing|making|fixing|returning|cleaning|buying|getting"
    r"|fetching|coming"
    r"|handing|delivering|giving|phoning|sorting|starting|moving|meeting|doing|leaving"
    r"|going (?:back|round|over))\b(?! (?:you|your|from|back to)? ?\?)"
)
COMMA = re.compile(r",\s+")
BARE_TIME = re.compile(
    r"\W*(?:me|yes|yep|yeah|ok|okay|sure|omw|on my way|running late but|sorry|no worries|of course)?[,\s!x]*"
    r"(?P<said>(?:i'm )?(?:be )?(?:(?:back|home|there|down|over|with you|round|at (?:yours"
    r"|mine|work|mum's|the \w+)|yours|there for you|done|ready|out)\b)"
    r"|(?:be (?:back|home|there|down|with you))|on my way)\s+(?=(?:by|at|in|before|within"
    r"|tonight|tomorrow|for|around"
    r"|about|on|no later|after|first|and there|half|\d))"
)
ACCEPTED = re.compile(
    r"\W*(?:(?:yes|yeah|yep|yup|sure|ok|okay|of course|no (?:problem|worries)|fine|absolutely"
    r"|sorry|right|ah|oh|course"
    r"|got it|understood|definitely|certainly|aye|alright|all right|gladly|happy to)[\s,.!]+)*"
    r"(?P<said>will do|on it|i will(?=\s*(?:$|[,.!x]|promise|love|by|before|tonight|tomorrow"
    r"|as soon))|i'll do (?:it|that)"
    r"|doing it now|consider it done|you got it|yes,? i can do that|i'?ve got it"
    r"|leave it with me|on my list)\b[^?]*$"
)
YES = re.compile(
    r"\W*(?P<said>(?:yes|yeah|yep|yup|sure|ok|okay|of course|no (?:problem|worries)|absolutely"
    r"|definitely|certainly"
    r"|deal|right|me)\b(?:[\s,.!]+(?:yes|sure|of course|no problem|i can|can do|that works"
    r"|will be|it will|thing|love"
    r"|mate|mum|dad|babe))*[\s,.!]*)(?=(?:by|at|on|before|in|tonight|tomorrow|first|today|this"
    r"|after|within|half|end"
    r"|\d|mon|tue|wed|thu|fri|sat|sun)\w*)"
)
REQUEST = re.compile(
    r"\b(?:can|could|will|would|won't|are) (?:you|u|someone|anyone)\b|\bplease\b"
    r"|\bdon't forget\b|\bremember to\b"
    r"|\bwho(?:'s| is| will| can|'ll)\b|\bwhen (?:will|can|are|do|shall)\b|\bi need (?:you|the"
    r"|it|that|your)\b|\byou need to\b"
    r"|\bmake sure\b|\bwhat time\b|\bmind \w+ing\b|\bany chance\b|\byou said you(?:'d"
    r"| would)\b|^\s*(?:send|call|bring"
    r"|pick|get|ring|text|let me|buy|put|take|give)\b|\bis there any\b|\bdeadline\b|\bdue\b"
)

# What makes it something else.

NOT_MINE = re.compile(
    r"\b(?:said|say|says|saying|told \w+|tell \w+|thought|think|thinks|claim\w*|assumed?|heard"
    r"|hears?|believes?"
    r"|(?<!nothing to )doubt|hop(?:e|ing|ed)|wish|guess|suppose|reckon|bet|afraid|scared"
    r"|worried|worry|fear|expects?"
    r"|feel(?: like| as if)?|imagine|maybe|perhaps|hopefully|probably|possibly|with luck"
    r"|ideally|in theory|not sure"
    r"|dream(?:t|ed)?|pretend|seems|looks like|wonder(?:ing)?|know|knows|knew|if|unless"
    r"|whether|in case|the day|or"
    r"|or else|so that|suspect|predict|convinced|mean|means|reads?|shouts?|shouted|goes"
    r"|be like|was like|promised"
    r"|it's not (?:as if|like)|can't promise|cannot promise|won't promise|couldn't promise"
    r"|don't promise|as if|like"
    r"|not that)(?: me| you| her| him| them| to \w+)?,?(?: that)?[\s:,]*$"
)
WONDERING = re.compile(
    r"\b(?:what|how|why|where|who|which)\s*$|\bwhen\s*$|^\W*(?:do|does|did|why|what makes|how"
    r"|who|don't) [^,]*$"
    r"|\b(?:can't|cannot|won't|couldn't|don't|not|never|didn't|to|you|he|she|they|we|used to"
    r"|always)(?: really| yet)?\s*$"
    r"|\bi wish\b|\bi'd\b[^,]*\bif\b"
)
ULTIMATUM = re.compile(
    r"\bif (?:you|u|she|he|they|i)(?:'re|'ve)?(?: \w+)? (?:don't|do not|ever|leave|walk"
    r"|go near|see (?:him|her|them)|keep"
    r"|touch|tell|speak|say|do (?:that|this|it)|dare|won't|aren't|didn't|haven't|can't|try"
    r"|hear|catch|find|still|call me"
    r"|raise|shout|lie)\b|\bunless you\b|\b(?:one more|say that|do that|do it|touch|once more"
    r"|another word|try (?:it|that|me)"
    r"|show your face|just you wait|next time you|the (?:moment|minute|second) you|or else"
    r"|keep (?:this|that|it) up"
    r"|carry on|go (?:on|ahead)|leave me|walk out|again and)\b|\bor\s*$|\bor then\s*$"
)
ULTIMATUM_AFTER = re.compile(
    r"\b(?:if|unless) (?:you|u)(?: \w+)? (?:don't|do not|ever|leave|walk|go near|keep|touch"
    r"|dare|won't|aren't|try"
    r"|tell anyone|tell anybody|say (?:another|one)|see (?:him|her|them)|speak to|lie|shout"
    r"|raise|do (?:that|this) again)\b"
    r"|\bunless you\b|\buntil you (?:apologi[sz]e|say sorry|beg|admit)\b"
)
HARM = re.compile(
    r"(?:kill|hurt|hit|smack|slap|punch|ruin|destroy|smash|stab|strangle|choke|shoot|beat"
    r"|crush|bury|sue|expose|divorce"
    r"|sack|fire|haunt|hang|jump|kick|burn|block|dump|report|evict|end (?:it|this|things|you"
    r"|us|myself)|cut (?:you|my)"
    r"|throw (?:you|your|it|myself)|break (?:your|his|her|every|you)|leave (?:you|him"
    r"|her)\b(?! (?:the|a|some|your|in|to))"
    r"|sell (?:your|the)|(?:take|keep) the (?:kids|children|house)|change the locks|come after|stop paying"
    r"|make (?:you|him|her|them|your life|sure (?:you|he|she|they|everyone|that you)) (?!a\b"
    r"|some|dinner|tea|coffee|lunch"
    r"|breakfast|get (?:the|your|it)|have|your|something|feel|proud|happy)|(?:tell|show"
    r"|let) (?:everyone|everybody|the (?:whole"
    r"|world|kids what|police)|your boss|your (?:mum|mother|wife|husband|friends) (?:what"
    r"|about)|them all|social)"
    r"|post (?:the pictures|those|it online)|publish|have you (?:arrested|sacked|fired|removed"
    r"|out)|get you (?:fired|sacked|for)"
    r"|put (?:you|him|her|the car)(?: \w+)? (?:in|into|through) (?:a|the|hospital)"
    r"|drive (?:the car )?(?:into|off)"
    r"|call (?:the police|a lawyer|my lawyer|my solicitor|social services)|never (?:speak|talk"
    r"|see)|pay you back for (?:this|that)"
    r"|teach you|find out|give you (?:something to|a reason)|take you (?:to court|for))\b"
)
NO_ACT = re.compile(
    r"(?:probably|maybe|perhaps|possibly|hopefully|likely|try|attempt|do (?:my|what) (?:best"
    r"|i can)|do my (?:very )?best"
    r"|see (?:if|what|how|whether|about|which|when)\b|be honest(?=\s*(?:$|[,.:;]|here|i "
    r"|and say|with you[,.:]))"
    r"|be (?:blunt|frank|straight|brief|quick|real)|say (?:this|that|one|again|what|nothing"
    r"|no more|so|only|i\b|it(?: again)?"
    r"\s*[:,]|it once)|say\s*[:,]|say\s*$|just say|admit|grant|bet\b|wager|confess|concede"
    r"|agree (?:that|you)|assume|presume"
    r"|imagine|be damned|take (?:that|this|it) (?:as|personally)|take (?:my chances|offence"
    r"|a seat|your word|it or)"
    r"|pass\b(?! (?:it|them|the|your|on))|have to|need|want|must|wait and see|leave it (?:at"
    r"|there)|leave you (?:to it|be\b)"
    r"|leave (?:now|then)?\s*$|let (?:it|that|you) (?:go|slide|off|get|be)\b|live\s*$"
    r"|take it\s*$|spare you|skip|start by"
    r"|stop (?:there|here)|tell you (?:what|something|this|why|who|one thing|how)\b"
    r"|show you (?:who|what)|give you that"
    r"|be (?:going|leaving) (?:then|now)|the \w+|a \w+|my \w+|your \w+|bed|work|school|town"
    r"|church|hospital|uni"
    r"|go (?:mad|crazy|insane|nuts|bankrupt|spare|ballistic)|just (?:leave|go)\s*$|do (?:what"
    r"|as|whatever) i (?:like|want|please)"
    r"|eat my hat|keep (?:that|it) in mind\s*$|have none|be the judge|get (?:over it|used"
    r"|fired|the sack|in trouble|old|sick"
    r"|angry|upset|cross|even|lost|my own)|end up|turn into|look (?:silly|stupid|like)|come across"
    r"|have (?:the|a|an|some|another|two|my usual"
    r"|what)\s+(?:\w+\s*){1,3}(?:please)?\s*$(?<!look)(?<!word)(?<!think)(?<!chat)"
    r"(?<!go)(?<!talk)(?<!with him)(?<!with her)|rather)\b"
)
STATE = re.compile(
    r"(?:be\b|love|miss|hate|like\b|enjoy|know|understand|feel|regret|remember(?! to)|forget"
    r"|want|believe|trust|recover"
    r"|cope|manage|survive|suffer|cry|scream|explode|burst|freeze|starve|drown|struggle|dread"
    r"|mind|matter|seem|appear|become"
    r"|win\b|fail|lose\b|earn|inherit|sleep|dream|wonder|doubt|fear|worry|panic|die\b|faint"
    r"|collapse|forgive|deserve|hope"
    r"|think (?:so|that|of|you)|realise|realize|wake up|snap|hold it against|fall|age\b|grow"
    r"|turn (?:\d|forty|fifty|thirty)"
    r"|resent|owe|cost|see (?:you|him|her|them|it|that)(?! (?:right|through|home|safely))|hear"
    r"|wait (?:for ever|forever)|catch"
    r"|have (?:a (?:heart|breakdown|fit|headache|baby)|no (?:choice|time|idea))|prefer|always|never|still)\b"
)
STATE_TO_HOLD = re.compile(
    r"(?:be (?:there|here|back|home|down|up (?:early|at|by|to)|over|round|with you"
    r"|at (?!the (?:gym|office|pub))|on time|on the"
    r"|ready|outside|early|quiet|in touch|in by|off the phone|off my phone|(?:much |far "
    r"|a (?:bit|lot) )?more|better|kinder"
    r"|gentler|patient|careful|nicer|calmer|open|waiting (?:for you|outside|at|in)|your"
    r"|the one|picking|bringing|sending|calling"
    r"|ringing|paying|making|taking|coming|doing the|collecting|cooking|driving|there for"
    r"|straight with you|in your|by your"
    r"|finished|done|honest with (?:you|everyone) (?:from|about|in)|checking|asking|posting"
    r"|leaving (?:the|work)|washing"
    r"|punctual|present|listening|in (?:at|for|early))"
    r"|always (?:be there|tell|ask|check|stand)|see you (?:right|at|there|on|tomorrow|tonight"
    r"|by|in (?:\d|ten|the morning))"
    r"|wake up (?:early|at|the|with|on)|manage (?:the|it|that)|win (?:your|back)|grow (?:up"
    r"|the)|earn (?:your|it|back)"
    r"|never (?!be able|know|understand|forget|forgive|trust|see|love|feel|hear|speak|talk)|be more)\b"
)
TENTATIVE = re.compile(r"(?:think about|consider|look (?:at it|into)|see you|sleep on)\b")
SHARED_ACT = re.compile(
    r"(?:talk|sort|pay|bring|come|be (?:there|at|back|with you|round|home)|fix|clean|make|send"
    r"|do|call|arrange|book|take"
    r"|pick|help|meet|finish|cook|collect|drop|drive|get (?:it|them|the|you)|deliver|ship"
    r"|replace|have (?:it|them|the)|return"
    r"|refund|invite|tell|let you know|ring|go through|sit down|turn up|tidy|look after|mend|set)\b"
)
RESERVE = re.compile(
    r"\b(?:if (?:i can|i get (?:time|a chance|round)|i(?:'m| am) not too|i remember|possible"
    r"|i have (?:the )?time|the \w+ (?:lets"
    r"|allows|permits)|i feel like|i(?:'m| am) (?:up to|able|free)|nothing comes up)"
    r"|unless (?:something|i|it|the|work)|depending on"
    r"|it depends|hopefully|maybe|perhaps|probably|with (?:any )?luck|all being well"
    r"|fingers crossed|weather permitting"
    r"|i think|i hope|i guess|i suppose|i expect|but no promises|no promises|can't promise"
    r"|not sure|one of these days|someday"
    r"|some day|or not|when hell|when pigs|said no one|as if|if you're lucky|god willing)\b"
)
THEN_ASKS = re.compile(
    r"[,;:–-]\s*(?:so |and |but |or |then |also )*(?:ok|okay|yeah|right|alright|all right|deal"
    r"|yes|promise|is|does|do|did|are|can|could"
    r"|shall|if|what|how|when|where|will|would|should|have|has|any|which|who|need|want|fancy|love|x)\b"
    r"|\b(?:and|so|but)\s+(?:is|does|do|did|are|can|could|what|how|when|where|will|would"
    r"|should|have|which|who)\b"
    r"|\b(?:ok|okay|yeah|alright)\s*\?+$"
)
FOR_GOOD = re.compile(
    r"\b(?:again|any ?more|ever|any longer|next time|in (?:the )?future|from now on"
    r"|without (?:asking|telling|checking|talking|you)"
    r"|behind your back|in front of)\b"
)
FOR_GOOD_BEFORE = re.compile(
    r"\b(?:from now on|next time|i promise(?: you)?(?: that)?|i swear|in future|going forward"
    r"|sorry|apologi[sz]e|my fault"
    r"|my word)\b"
)
KEPT_BACK = re.compile(
    r"(?:(?:ever )?(?:tell|mention|breathe|say|repeat|share|show)\b[^.]*\b(?:anyone|anybody"
    r"|a soul|a word|nobody|to (?:your|her|him|them"
    r"|mum|dad))|(?:ever )?(?:forget (?:to|the|your|it|this time|about)|let (?:you|him|her"
    r"|them|it|that|this|us) (?:down|happen|slide)"
    r"|be late|miss (?:it|the|your|her|his|our|this)|make that mistake|touch (?:it|your|the)"
    r"|break it|keep you waiting|disappoint"
    r"|be long|rest until|stop until|lie to you|hide|interrupt|hold you up|push you|pressure you))\b"
)
WITHDRAWN = re.compile(
    r"(?:ever )?(?:speak|talk) to (?:you|him|her|them)|(?:ever )?(?:see|help|forgive|trust"
    r"|love|believe|ask(?! about)|call|invite|cook for|wait for"
    r"|lend|listen to|tell|warn|say (?:it|this|that)|come (?:back|here|to)|visit|bother|defend"
    r"|cover for|put up|stand|take|be treated"
    r"|be (?:your|made|spoken)|let you|work with|do (?:anything|favours))\b"
)
TURNED_DOWN = re.compile(
    r"(?:ever )?(?:be able|have (?:you|it|this|that|time|to)|stand|put up|tolerate|accept"
    r"|apologi[sz]e|say sorry|discuss|be coming"
    r"|be joining|lie[,:]|lie\s*$|pretend|beat around|deny|bore|argue|go into|even|be home"
    r"|be there|be around|forgive|forget (?:this|that|what"
    r"|how|you)|know|need|be (?:ignored|bullied|blamed|silenced|talked|spoken|your|surprised"
    r"|happy|sorry|around)|make it|fit|work\b"
    r"|let you (?!down)|talk about|listen|do it\s*$|beg|cry|hold my breath|take (?:this|that|it|any))\b"
)
