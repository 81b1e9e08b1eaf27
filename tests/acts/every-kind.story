story: Every kind
setting: couple
zone: Europe/London
member: Anna
member: Toby
invented: yes
note: One act of each kind, and each of its ways.

2026-01-05 08:00 Anna joining ^joining

2026-01-05 08:01 Anna moment ^moment-with
  > Tea on the stairs.
  to: Toby

2026-01-05 08:02 Anna moment ^moment-from
  > He brought tea.
  by: Toby
  to: Anna
  meaning: He knew.

2026-01-05 08:03 Anna moment ^moment-alone
  > Snow.

2026-01-05 08:04 Anna breach ^breach
  > He came at eight.
  by: Toby
  to: Anna
  type: lateness
  weight: 3

2026-01-05 08:05 Toby breach ^breach-mine
  > I came at eight.
  to: Anna

2026-01-05 08:06 Toby response ^response-see
  of: ^breach
  stance: see

2026-01-05 08:07 Toby response ^response-different
  > I had said half past.
  of: ^breach
  stance: different

2026-01-05 08:08 Toby response ^response-not-now own
  of: ^breach
  stance: not now

2026-01-05 08:09 Anna understanding ^understanding
  of: ^breach
  cause: wasn't straight
  hidden: yes

2026-01-05 08:10 Anna repair ^repair
  to: Toby
  name: Late for dinner
  of: ^breach

2026-01-05 08:11 Anna turn ^turn-rested
  repair: ^repair
  step: rested

2026-01-05 08:12 Anna turn ^turn-resumed
  repair: ^repair
  step: resumed

2026-01-05 08:13 Anna turn ^turn-ended
  repair: ^repair
  step: ended

2026-01-05 08:14 Anna turn ^turn-mended
  repair: ^repair
  step: mended

2026-01-05 08:15 Anna request ^request
  > A line when you are late?
  to: Toby
  due: 2026-01-06

2026-01-05 08:16 Toby answer ^request-yes
  of: ^request
  about: request
  reply: yes

2026-01-05 08:17 Toby answer ^request-smaller
  of: ^request
  about: request
  reply: smaller

2026-01-05 08:18 Toby answer ^request-no
  of: ^request
  about: request
  reply: no

2026-01-05 08:19 Toby answer ^request-not-now own
  of: ^request
  about: request
  reply: not now

2026-01-05 08:20 Toby promise ^promise
  > Home by seven.
  to: Anna
  due: 2026-01-06 19:00 every 2 weeks until 2026-03-30
  type: be there
  done-means: Key in the door.
  plan-if: a meeting runs over
  plan-then: I write
  request: ^request

2026-01-06 19:01 Anna outcome ^outcome-kept
  by: Toby
  to: Anna
  promise: ^promise
  result: kept
  occurrence: 2026-01-06

2026-01-06 19:02 Anna outcome ^outcome-late
  by: Toby
  to: Anna
  promise: ^promise
  result: late
  occurrence: 2026-01-06
  minutes: 40

2026-01-06 19:03 Anna outcome ^outcome-late-told
  by: Toby
  to: Anna
  promise: ^promise
  result: late
  occurrence: 2026-01-06
  told-before: yes

2026-01-06 19:04 Anna outcome ^outcome-broken
  by: Toby
  to: Anna
  promise: ^promise
  result: broken
  occurrence: 2026-01-06

2026-01-06 19:05 Anna outcome ^outcome-broken-told
  by: Toby
  to: Anna
  promise: ^promise
  result: broken
  occurrence: 2026-01-06
  told-before: yes

2026-01-06 19:06 Toby outcome ^outcome-renegotiated
  to: Anna
  promise: ^promise
  result: renegotiated

2026-01-06 19:07 Anna outcome ^outcome-released
  by: Toby
  to: Anna
  promise: ^promise
  result: released

2026-01-06 19:08 Toby outcome ^outcome-withdrawn
  to: Anna
  promise: ^promise
  result: withdrawn

2026-01-06 19:09 Anna settlement ^settlement-kept
  promise: ^promise
  result: kept
  occurrence: 2026-01-06

2026-01-06 19:10 Anna settlement ^settlement-late
  promise: ^promise
  result: late
  occurrence: 2026-01-06
  minutes: 20

2026-01-06 19:11 Anna settlement ^settlement-broken
  promise: ^promise
  result: broken
  occurrence: 2026-01-06

2026-01-06 19:12 Toby apology ^apology
  > I am sorry that you waited.
  to: Anna
  of: ^breach, ^breach-mine
  repair: ^repair
  acknowledges: You waited.
  offers: Dinner on Saturday.
  prevents: I write first.
  promise: ^promise

2026-01-06 19:13 Anna answer ^apology-accepted
  of: ^apology
  about: apology
  reply: accepted

2026-01-06 19:14 Anna answer ^apology-partly
  of: ^apology
  about: apology
  reply: partly

2026-01-06 19:15 Anna answer ^apology-no
  of: ^apology
  about: apology
  reply: no

2026-01-06 19:16 Toby amends ^amends
  > Dinner on Saturday.
  to: Anna
  apology: ^apology
  due: 2026-01-10

2026-01-10 21:00 Anna completion ^completion
  by: Toby
  to: Anna
  amends: ^amends

2026-01-10 21:01 Anna completion ^completion-partly
  by: Toby
  to: Anna
  amends: ^amends
  fully: no

2026-01-10 21:02 Anna boundary ^boundary
  > No phones while we eat.
  to: Toby
  subject: how we talk
  reason: I talk to the top of your head.
  request: Could they lie in the hall?
  otherwise: I will stop and wait.
  review: 2026-02-10

2026-01-10 21:03 Toby answer ^boundary-yes
  of: ^boundary
  about: boundary
  reply: yes

2026-01-10 21:04 Toby answer ^boundary-negotiate
  of: ^boundary
  about: boundary
  reply: negotiate

2026-01-10 21:05 Toby answer ^boundary-no
  of: ^boundary
  about: boundary
  reply: no

2026-01-11 20:00 Anna observance ^observance-honoured
  by: Toby
  to: Anna
  boundary: ^boundary
  respect: honoured

2026-01-11 20:01 Anna observance ^observance-crossed
  by: Toby
  to: Anna
  boundary: ^boundary
  respect: crossed
  weight: 2

2026-01-11 20:02 Toby disclosure ^disclosure
  > Late on Thursdays until the spring.
  to: Anna
  shelf: decision
  rationale: The round is on Thursdays.
  review: 2026-03-01
  expires: 2026-04-01

2026-01-11 20:02 Toby letter ^letter
  > You need answer none of this.
  to: Anna

2026-01-11 20:03 Anna journal ^journal own
  > A quiet day.
  day: good

2026-01-11 20:03 Anna keepsake ^keepsake-joke
  > The spoon has a name now.
  keeps: joke

2026-01-11 20:03 Anna keepsake ^keepsake-win
  > Three warm dinners.
  keeps: win

2026-01-11 20:03 Anna reaffirmation ^reaffirmation own
  > We were good at this once.

2026-01-11 20:04 Anna check-in ^check-in own
  about: Toby
  predictable: 40
  dependable: 50
  faith: 60

2026-01-11 20:05 Anna wave ^wave own
  > The smell of onions.
  of: ^repair

2026-01-11 20:05 Anna aside ^aside-wanted own
  > To eat while it is warm.
  repair: ^repair
  topic: what I want

2026-01-11 20:05 Anna aside ^aside-said own
  > I would like to eat with you.
  repair: ^repair
  topic: what I said

2026-01-11 20:05 Anna aside ^aside-changed own
  > Two warm dinners.
  repair: ^repair
  topic: what changed

2026-01-11 20:05 Anna aside ^aside-decided own
  > To go on until spring.
  repair: ^repair
  topic: what I decide

2026-01-11 20:05 Anna map ^map
  > Dinner gets cold.
  repair: ^repair
  typically: Mondays, after the late meeting.
  behind: The meeting never ends when it says.
  remedy: A line at half past six.
  review: 2026-02-01

2026-01-11 20:05 Anna session ^session
  > Mondays
  to: Toby
  practice: talk
  repair: ^repair

2026-01-11 20:05 Anna session ^session-alone own
  practice: not-said-yet

2026-01-11 20:05 Toby contribution ^contribution-words
  > I hear that the waiting is worse than the time.
  to: Anna
  session: ^session
  step: hear

2026-01-11 20:05 Anna contribution ^contribution-choice
  to: Toby
  session: ^session
  step: confirm
  choice: yes

2026-01-11 20:05 Toby contribution ^contribution-pause
  to: Anna
  session: ^session
  step: pause
  round: 1
  choice: pause
  until: 2026-01-11 20:40

2026-01-11 20:06 Anna heard-promise ^heard-promise own
  > The shelf, before Sunday.
  of: Toby
  due: 2026-01-18
  went: kept

2026-01-11 20:06 Anna hypothesis ^hypothesis own
  > I think it is Mondays.
  condition: monday

2026-01-11 20:07 Anna correction ^correction
  > Half past, not eight.
  of: ^breach

2026-01-11 20:08 Anna correction ^correction-withdrawn
  of: ^breach
  withdrawn: yes

2026-01-11 20:09 Anna erasure ^erasure
  seq: 7

2026-01-11 20:10 Toby leaving ^leaving

2026-01-12 20:01 Toby closing ^closing own
  of: ^disclosure

2026-01-12 20:02 Anna hours ^hours
  > The evening class.
  sort: private
  begins: 18:30
  ends: 20:00
  weekdays: tuesday, thursday
  until: 2026-07-01

2026-01-12 20:03 Anna hours ^hours-work own
  sort: work
  begins: 22:00
  ends: 06:00

2026-01-12 20:04 Toby skip ^skip
  > Away with the choir.
  promise: ^promise
  first: 2026-01-14
  last: 2026-01-21

2026-01-12 20:05 Anna looking-forward ^forward
  > The lake.
  to: Toby
  day: 2026-01-17

2026-01-12 20:06 Anna looking-forward ^forward-alone
  > Snow.

2026-01-12 20:07 Anna recognition ^recognition
  > He counted the chairs before anyone came.
  by: Toby
  outcome: Nobody stood.

2026-01-12 20:08 Anna session ^both-sides
  to: Toby
  practice: both-sides

2026-01-12 20:20 Anna seal ^seal own
  to: Toby
  exercise: ^both-sides
  commitment: AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
  ciphertext: AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA

2026-01-12 20:40 Anna reveal ^reveal own
  to: Toby
  seal: ^seal
  key: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
  salt: ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=
