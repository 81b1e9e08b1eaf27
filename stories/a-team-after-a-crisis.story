story: The night desk
setting: team
zone: Europe/Amsterdam
member: Tomasz, manager
member: Aiko
member: Ben
member: Farah
member: Wim
member: Ines, ombuds
invented: yes
note: Nobody here is real. Six people who run a hospital's software at night, a January when everyone covered for everyone and nobody said so, and twelve weeks of open books.

# First week: the manager begins, and opens a book

2026-02-02 08:30 Tomasz joining ^tomasz-joins

2026-02-02 08:45 Tomasz letter ^letter-1
  > After January I promised you all a talk, and then did not hold one. I would like to begin with what I knew and when, on paper, where you can look at it. Nothing here is for appraisals. You need write nothing.

2026-02-02 09:00 Tomasz disclosure ^timeline-1
  > What I knew on which day. The 9th: the backup had not run. The 11th: it had not run for three weeks. The 14th: I told the board "under control". It was not, and I knew that it was not.
  to: Aiko, Ben, Farah, Wim, Ines
  shelf: notes
  expires: 2026-06-30

2026-02-02 11:10 Ines joining ^ines-joins

2026-02-02 11:20 Ines disclosure ^who-i-am
  > I am here to be turned to. I report to nobody on this desk. What someone shares with me alone stays with me unless somebody is in danger.
  to: Tomasz, Aiko, Ben, Farah, Wim
  shelf: notes

2026-02-02 18:00 Aiko joining ^aiko-joins

2026-02-03 07:40 Ben joining ^ben-joins

2026-02-03 08:00 Farah joining ^farah-joins

2026-02-03 21:30 Wim joining ^wim-joins

2026-02-03 22:10 Aiko breach ^blame-1 own
  > In the board's minutes it says "an operator's oversight". I am the operator. I had reported it twice.
  by: Tomasz
  to: Aiko
  type: blame shifted
  weight: 5

2026-02-04 07:15 Ben moment ^night-1
  > Wim stayed until seven with me though his own shift had ended at three.
  by: Wim
  to: Ben

2026-02-04 12:30 Tomasz breach ^mine-1
  > I let the word "oversight" stand in the minutes when I could have put it right with one sentence.
  to: Aiko
  type: blame shifted

2026-02-04 21:50 Aiko disclosure ^told-ines with Ines
  > I have an offer from elsewhere. I don't know yet. I would like one person here to know why I am quiet.
  to: Ines
  shelf: how I am

# Second week

2026-02-09 08:20 Aiko response ^see-mine-1
  > You wrote that before I had to ask. It is still in the minutes.
  of: ^mine-1
  stance: see

2026-02-09 09:00 Tomasz repair ^blame
  to: Aiko
  name: Who carries the blame outside
  of: ^mine-1

2026-02-09 13:00 Aiko shares ^blame-1

2026-02-09 17:15 Tomasz response ^see-blame-1
  > Yes. Twice, on the 9th and the 10th; both mails are in my folder.
  of: ^blame-1
  stance: see

2026-02-10 09:30 Tomasz promise ^correction
  > The minutes are put right at the board's next meeting, by name and date.
  to: Aiko
  due: 2026-02-19 18:00
  type: do
  done-means: The corrected page is in the board's folder, where anyone can read it.

2026-02-10 10:00 Tomasz promise ^open-book
  > Each Monday by ten: what I know, what I don't, what I told upstairs.
  to: Aiko, Ben, Farah, Wim
  due: 2026-02-16 10:00 every week until 2026-04-20
  type: tell
  plan-if: I am not allowed to say
  plan-then: I say that there is something, and until when

2026-02-10 22:20 Farah breach ^swap-1
  > My two swaps in January were "forgotten" on the sheet. I worked four nights in a row and two of them were Ben's.
  by: Ben
  to: Farah
  type: effort unrecognised

2026-02-11 07:30 Ben response ^differently-1
  > I had written one of them down. The sheet of that week is gone. The other one is true, and I said thank you to nobody.
  of: ^swap-1
  stance: different

2026-02-11 08:00 Ben promise ^sheet
  > Every swap goes onto the sheet the same night, whoever asked for it.
  to: Farah, Wim, Aiko
  due: 2026-02-12 every week until 2026-04-23
  type: do

2026-02-12 07:10 Wim moment ^bread
  > Farah brought bread still warm, at six in the morning, and did not say why.
  by: Farah
  to: Wim

2026-02-13 09:15 Farah outcome ^sheet-1
  by: Ben
  to: Farah
  promise: ^sheet
  result: kept
  occurrence: 2026-02-12

# Third to fifth week: small promises

2026-02-16 10:20 Wim outcome ^book-1
  > Five lines at ten to ten. One of them was "I don't know".
  by: Tomasz
  to: Aiko, Ben, Farah, Wim
  promise: ^open-book
  result: kept
  occurrence: 2026-02-16

2026-02-17 16:00 Tomasz disclosure ^decision-1
  > Nobody is on call alone any more. Two each night, and the second is paid as the first.
  to: Aiko, Ben, Farah, Wim, Ines
  shelf: decision
  rationale: In January the one who saw it had nobody to say it to at four in the morning.
  review: 2026-05-01

2026-02-19 18:30 Aiko outcome ^correction-went
  > It is in the folder. "Reported on 9 and 10 January by A. Mori; not acted on by the head of desk."
  by: Tomasz
  to: Aiko
  promise: ^correction
  result: kept

2026-02-20 08:00 Farah outcome ^sheet-2
  by: Ben
  to: Farah
  promise: ^sheet
  result: kept
  occurrence: 2026-02-19

2026-02-20 17:40 Aiko moment ^page
  > Ben printed the corrected page and hung it over the coffee machine. I pretended to be annoyed.
  by: Ben
  to: Aiko

2026-02-23 10:40 Wim outcome ^book-2
  by: Tomasz
  to: Aiko, Ben, Farah, Wim
  promise: ^open-book
  result: kept
  occurrence: 2026-02-23

2026-02-24 09:00 Tomasz apology ^sorry-1
  > I am sorry, Aiko. You did your work and I let you stand there for it.
  to: Aiko
  of: ^mine-1, ^blame-1
  repair: ^blame
  acknowledges: I knew from the 9th that you had reported it, and let a board read that it was you.
  offers: The corrected page, and the next report to the board is yours to give, if you want it.
  prevents: What I say upstairs you read on Monday, before ten.
  promise: ^open-book

2026-02-25 08:10 Aiko answer ^aiko-later own
  > I will see how the Mondays go.
  of: ^sorry-1
  about: apology
  reply: not now

2026-02-26 23:15 Farah moment ^swap-back
  > Ben took my Thursday, unasked, and put it on the sheet before he told me.
  by: Ben
  to: Farah

2026-02-27 08:15 Farah outcome ^sheet-3
  by: Ben
  to: Farah
  promise: ^sheet
  result: kept
  occurrence: 2026-02-26

2026-03-02 12:10 Wim outcome ^book-3
  > At noon. With a reason, but at noon.
  by: Tomasz
  to: Aiko, Ben, Farah, Wim
  promise: ^open-book
  result: late
  occurrence: 2026-03-02
  minutes: 120

2026-03-02 12:30 Tomasz outcome ^book-3-tomasz
  > Late, yes. I wanted it to be complete. Incomplete at ten would have been the promise.
  to: Aiko, Ben, Farah, Wim
  promise: ^open-book
  result: late
  occurrence: 2026-03-02
  minutes: 120

2026-03-03 21:00 Wim breach ^joke-1 with Ben
  > In front of the new one you called me "the one who sleeps standing". You know why I was asleep.
  by: Ben
  to: Wim
  type: dismissal

2026-03-04 07:20 Ben response ^see-joke-1 with Wim
  > I do know. I was showing off to someone who had been here for two hours.
  of: ^joke-1
  stance: see

2026-03-04 07:40 Ben promise ^no-joke with Wim
  > What happened to any of us in January is no joke of mine, with anybody.
  to: Wim
  due: 2026-03-11 every week until 2026-04-22
  type: hold back

# Sixth to eighth week: someone goes

2026-03-06 08:20 Farah outcome ^sheet-4
  by: Ben
  to: Farah
  promise: ^sheet
  result: kept
  occurrence: 2026-03-05

2026-03-09 10:05 Wim outcome ^book-4
  by: Tomasz
  to: Aiko, Ben, Farah, Wim
  promise: ^open-book
  result: kept
  occurrence: 2026-03-09

2026-03-11 23:30 Wim outcome ^no-joke-1 with Ben
  by: Ben
  to: Wim
  promise: ^no-joke
  result: kept
  occurrence: 2026-03-11

2026-03-12 16:30 Aiko request ^request-1
  > Could the drill be in daylight, with all of us, before Easter?
  to: Tomasz
  due: 2026-03-31

2026-03-13 09:10 Tomasz answer ^request-1-yes
  > Yes. The 26th, two o'clock, in the big room.
  of: ^request-1
  about: request
  reply: yes

2026-03-13 09:15 Tomasz promise ^drill
  > The drill is on the 26th at two, with everyone paid to be there.
  to: Aiko, Ben, Farah, Wim
  due: 2026-03-26 14:00
  type: do
  request: ^request-1

2026-03-13 08:40 Farah outcome ^sheet-5
  by: Ben
  to: Farah
  promise: ^sheet
  result: kept
  occurrence: 2026-03-12

2026-03-16 10:10 Wim outcome ^book-5
  by: Tomasz
  to: Aiko, Ben, Farah, Wim
  promise: ^open-book
  result: kept
  occurrence: 2026-03-16

2026-03-17 08:00 Farah moment ^first-alarm
  > Aiko caught the disk at 3:12 and woke two people, and both said thank you.
  by: Aiko
  to: Farah

2026-03-17 08:30 Tomasz recognition ^night-log
  > Wim has kept the night log for months, on nights that were not his. Nobody had asked, and I had never said so.
  by: Wim
  outcome: On Monday it was the only page that showed when the disk began to fail.

2026-03-18 23:40 Wim outcome ^no-joke-2 with Ben
  by: Ben
  to: Wim
  promise: ^no-joke
  result: kept
  occurrence: 2026-03-18

2026-03-20 08:30 Farah outcome ^sheet-6
  > Monday's was not on it. He put it there when I asked.
  by: Ben
  to: Farah
  promise: ^sheet
  result: late
  occurrence: 2026-03-19

2026-03-23 10:00 Wim outcome ^book-6
  by: Tomasz
  to: Aiko, Ben, Farah, Wim
  promise: ^open-book
  result: kept
  occurrence: 2026-03-23

2026-03-24 19:00 Farah disclosure ^notes-1
  > I am leaving at the end of the month, for a job by the sea. It is not because of anyone here, and a year ago it would have been.
  to: Tomasz, Aiko, Ben, Wim, Ines
  shelf: how I am

2026-03-26 17:20 Aiko outcome ^drill-went
  > At two, in the big room. We found three things, and the third was mine.
  by: Tomasz
  to: Aiko, Ben, Farah, Wim
  promise: ^drill
  result: kept

2026-03-26 17:25 Ben moment ^drill-done
  > A drill in daylight, with everyone awake, and we were done before four.

2026-03-26 17:30 Tomasz moment ^third-thing
  > Aiko said "the third is mine" before anyone had looked for whose it was.
  by: Aiko
  to: Tomasz
  meaning: In January nobody would have dared to.

2026-03-26 17:50 Tomasz keepsake ^kept-drill
  > The drill ended before the kettle boiled.
  keeps: win

2026-03-27 09:30 Ben moment ^farah-cake
  > Farah left with the swap sheet, framed.
  by: Farah
  to: Ben

2026-03-31 18:00 Farah leaving ^farah-leaves

# Ninth to twelfth week

2026-04-02 22:00 Aiko answer ^accepted-1
  > Accepted. I gave the report to the board on Tuesday, and he sat beside me and was asked, and said whose it was.
  to: Tomasz
  of: ^sorry-1
  about: apology
  reply: accepted

2026-04-02 22:10 Wim recognition ^two-mails
  > Aiko wrote two mails in January, and a third that she did not send, because it would have named me.
  by: Aiko
  to: Wim
  outcome: I still work here.

2026-04-03 09:00 Wim moment ^quiet
  > The first night since Christmas on which nothing rang. Ben taught me a card game that I will deny.
  by: Ben
  to: Wim

2026-04-06 10:30 Wim outcome ^book-7
  > A holiday, and it came all the same, from a train.
  by: Tomasz
  to: Aiko, Ben, Farah, Wim
  promise: ^open-book
  result: kept
  occurrence: 2026-04-06

2026-04-08 23:30 Wim outcome ^no-joke-3 with Ben
  by: Ben
  to: Wim
  promise: ^no-joke
  result: kept
  occurrence: 2026-04-08

2026-04-10 09:10 Aiko boundary ^mornings
  > After a night shift I am not rung before two.
  to: Tomasz, Ben, Wim
  subject: my time
  reason: I sleep then, or I make mistakes.
  request: Write, and I answer in the afternoon.
  otherwise: My phone is in the other room.
  review: 2026-07-01

2026-04-10 09:40 Tomasz answer ^mornings-yes
  of: ^mornings
  about: boundary
  reply: yes

2026-04-13 10:00 Wim outcome ^book-8
  by: Tomasz
  to: Aiko, Ben, Farah, Wim
  promise: ^open-book
  result: kept
  occurrence: 2026-04-13

2026-04-16 15:00 Aiko observance ^mornings-1
  by: Tomasz
  to: Aiko
  boundary: ^mornings
  respect: honoured

2026-04-17 12:00 Tomasz disclosure ^budget-1
  > What January cost, line by line, and what the second person on call costs. The second is less.
  to: Aiko, Ben, Wim, Ines
  shelf: money
  expires: 2026-12-31

2026-04-20 10:05 Wim outcome ^book-9
  by: Tomasz
  to: Aiko, Ben, Farah, Wim
  promise: ^open-book
  result: kept
  occurrence: 2026-04-20

2026-04-22 17:30 Aiko turn ^blame-closed
  > Closed. What would have to be different is different.
  repair: ^blame
  step: mended

2026-04-23 16:30 Tomasz session ^look-back
  to: Aiko, Ben, Wim, Ines
  practice: retro

2026-04-23 16:35 Tomasz contribution ^look-back-open
  to: Aiko, Ben, Wim, Ines
  session: ^look-back
  step: open
  choice: done

2026-04-23 16:40 Wim contribution ^look-back-kept
  > The swaps stand on the sheet. I have stopped keeping a list of my own.
  to: Tomasz, Aiko, Ben, Ines
  session: ^look-back
  step: kept

2026-04-23 16:44 Tomasz contribution ^look-back-kept-all
  > Two on call, every night since the drill.
  to: Aiko, Ben, Wim, Ines
  session: ^look-back
  step: kept

2026-04-23 16:50 Ben contribution ^look-back-hard
  > Farah's Thursdays have nobody yet. I have taken three in a row.
  to: Tomasz, Aiko, Wim, Ines
  session: ^look-back
  step: hard

2026-04-23 16:55 Tomasz contribution ^look-back-hard-all
  > That is mine to solve, and I had let it run.
  to: Aiko, Ben, Wim, Ines
  session: ^look-back
  step: hard

2026-04-23 17:05 Aiko contribution ^look-back-other
  > Whoever takes a third Thursday gets the Friday.
  to: Tomasz, Ben, Wim, Ines
  session: ^look-back
  step: other

2026-04-23 17:06 Tomasz contribution ^look-back-other-all
  to: Aiko, Ben, Wim, Ines
  session: ^look-back
  step: other
  choice: pass

2026-04-23 17:10 Tomasz contribution ^look-back-agree
  > A third Thursday is followed by a free Friday, from this week on.
  to: Aiko, Ben, Wim, Ines
  session: ^look-back
  step: agree

2026-04-23 18:00 Wim moment ^retro
  > We looked at open promises first and there were none. Then we went home.
  by: Tomasz
  to: Wim
