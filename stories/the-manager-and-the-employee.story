story: Ruth and Karim
setting: team
zone: Europe/Berlin
member: Ruth, manager
member: Karim
invented: yes
note: Nobody here is real. A manager and an employee in a city planning office, work that bore another name, and eleven weeks.

# First week: Karim begins alone

2026-01-19 18:40 Karim joining ^karim-joins

2026-01-19 18:52 Karim breach ^tram-0 own
  > The tram study went to the council with Ruth's name on the cover. Mine is on page 61, under "data".
  by: Ruth
  to: Karim
  type: effort unrecognised
  weight: 4

2026-01-20 12:10 Karim moment ^ramp own
  > Ruth moved the review because my daughter was ill, and did not make a face about it.
  by: Ruth
  to: Karim

2026-01-21 17:30 Karim breach ^meeting-0 own
  > I said in the round that the counts at the bridge were wrong. Ten minutes later it was her point, and a good one.
  by: Ruth
  to: Karim
  type: effort unrecognised
  weight: 3

2026-01-21 21:00 Karim check-in ^karim-rates-1 own
  about: Ruth
  predictable: 40
  dependable: 46
  faith: 38

2026-01-22 20:15 Karim journal ^journal-1 own
  > I have begun to keep my good ideas for the written report, where they carry a date.
  day: hard

2026-01-23 16:45 Karim letter ^letter-1
  > I like this work and I would like to go on doing it here. There is one thing that keeps happening between us, and I have not known how to raise it in a corridor. You need answer none of it quickly.
  to: Ruth

# Second week: Ruth joins

2026-01-26 09:05 Ruth joining ^ruth-joins

2026-01-26 09:30 Ruth moment ^counts
  > Karim found the double count at the bridge before the council did.
  by: Karim
  to: Ruth
  meaning: It would have been in the paper.

2026-01-26 17:20 Karim shares ^tram-0

2026-01-27 08:15 Ruth response ^cover
  > The template puts the head of department on the cover. I never thought of it as a place for names. I see that it is the only page that anybody reads.
  of: ^tram-0
  stance: see

2026-01-27 17:50 Karim repair ^credit
  > I would like to raise this one thing.
  to: Ruth
  name: Whose name stands on it
  of: ^tram-0

2026-01-28 12:35 Karim breach ^meeting-1
  > The bridge again, in the round with the mayor's office: "what I noticed". I had sent it on Monday at nine.
  by: Ruth
  to: Karim
  type: effort unrecognised
  weight: 3
  repair: ^credit

2026-01-28 18:05 Ruth response ^differently-1
  > I had seen it on Sunday in the raw file, before your mail. I should still have said that you had it too, and had it right.
  of: ^meeting-1
  stance: different

2026-01-29 10:00 Karim request ^request-1
  > When you take up a point of mine in a round, would you say that it is mine?
  to: Ruth
  due: 2026-02-06

2026-01-29 13:20 Ruth answer ^request-1-yes
  > Yes. In the round and in the minutes.
  of: ^request-1
  about: request
  reply: yes

2026-01-29 13:25 Ruth promise ^in-the-round
  > In Wednesday's round I name whose point it is.
  to: Karim
  due: 2026-02-04 11:00 every week until 2026-04-01
  type: tell
  done-means: The name is in the minutes.
  plan-if: I do not remember whose it was
  plan-then: I ask the room
  request: ^request-1

# Third to fifth week: agreed, and what came of it

2026-02-02 09:10 Ruth disclosure ^decision-1
  > Covers carry the names of those who wrote the study, in the order of their share. The template changes this week.
  to: Karim
  shelf: decision
  rationale: The council quotes the cover. Whoever is not on it does not exist for them.
  review: 2026-04-01

2026-02-04 11:40 Karim outcome ^round-1
  by: Ruth
  to: Karim
  promise: ^in-the-round
  result: kept
  occurrence: 2026-02-04

2026-02-04 19:00 Karim check-in ^karim-rates-2 own
  about: Ruth
  predictable: 44
  dependable: 50
  faith: 40

2026-02-05 15:15 Ruth promise ^cover-new
  > The tram study goes out again with the new cover.
  to: Karim
  due: 2026-02-13 17:00
  type: do
  done-means: The council's own page shows it.

2026-02-06 14:00 Karim promise ^figures
  > The figures for the harbour on Thursdays by noon.
  to: Ruth
  due: 2026-02-12 12:00 every week until 2026-04-02
  type: do

2026-02-11 11:45 Karim outcome ^round-2
  by: Ruth
  to: Karim
  promise: ^in-the-round
  result: kept
  occurrence: 2026-02-11

2026-02-12 11:30 Ruth outcome ^figures-1
  by: Karim
  to: Ruth
  promise: ^figures
  result: kept
  occurrence: 2026-02-12

2026-02-13 18:20 Karim outcome ^cover-went
  > It is up. On the Friday, as she said, and my name is spelled right.
  by: Ruth
  to: Karim
  promise: ^cover-new
  result: kept

2026-02-13 18:30 Karim moment ^ink
  > She came over with the printed one and said "this took too long".
  by: Ruth
  to: Karim

2026-02-16 09:20 Ruth apology ^sorry-1
  > I am sorry for the years when the cover said one name and the work was two people's.
  to: Karim
  of: ^tram-0, ^meeting-1
  repair: ^credit
  acknowledges: I put my name on your work and took up your points as mine, in rooms that decide about your next post.
  offers: I have written to the council's office that the counts and chapter four are yours.
  prevents: The names stand on the cover, and in the round I say whose point it is.
  promise: ^in-the-round

2026-02-16 17:40 Karim answer ^partly-1
  > The letter to the council is more than I had hoped for. About the rounds I would like to see a few more.
  to: Ruth
  of: ^sorry-1
  about: apology
  reply: partly

2026-02-18 11:50 Karim outcome ^round-3
  by: Ruth
  to: Karim
  promise: ^in-the-round
  result: kept
  occurrence: 2026-02-18

2026-02-19 12:40 Ruth outcome ^figures-2
  by: Karim
  to: Ruth
  promise: ^figures
  result: late
  occurrence: 2026-02-19
  minutes: 40
  told-before: yes

2026-02-20 16:00 Karim check-in ^karim-rates-3 own
  about: Ruth
  predictable: 52
  dependable: 58
  faith: 46

# Sixth and seventh week: under pressure

2026-02-25 12:05 Karim outcome ^round-4
  > Not in the round and not in the minutes. The mayor was there.
  by: Ruth
  to: Karim
  promise: ^in-the-round
  result: broken
  occurrence: 2026-02-25

2026-02-25 13:10 Ruth outcome ^round-4-ruth
  > True. I heard myself do it and went on, because he was looking at his watch.
  to: Karim
  promise: ^in-the-round
  result: broken
  occurrence: 2026-02-25

2026-02-25 13:30 Ruth promise ^mayor
  > A line to the mayor's office, with Karim's name, by tomorrow noon.
  to: Karim
  due: 2026-02-26 12:00
  type: tell

2026-02-26 11:35 Karim outcome ^mayor-went
  > I was in copy. It was four lines and every one of them was straight.
  by: Ruth
  to: Karim
  promise: ^mayor
  result: kept

2026-02-26 12:20 Ruth outcome ^figures-3
  by: Karim
  to: Ruth
  promise: ^figures
  result: late
  occurrence: 2026-02-26
  minutes: 20

2026-02-26 19:30 Karim wave ^wave-1 own
  > The old cover on a shelf in the library. I turned it round.
  of: ^tram-0

2026-03-02 09:40 Ruth understanding ^why-1
  > With people from outside in the room I speak for the house, and then everything is "we" and "I". It is habit and it is comfortable.
  of: ^credit
  cause: didn't consider me

2026-03-02 10:15 Ruth breach ^mine-1
  > I gave Karim's Friday afternoon away to the harbour group and told him last.
  to: Karim
  type: dismissal

2026-03-02 12:00 Karim response ^see-mine-1
  > I had found out from the calendar. Thank you for saying it before I had to.
  of: ^mine-1
  stance: see

2026-03-03 08:50 Karim boundary ^fridays
  > My Friday afternoons are not given away without asking me.
  to: Ruth
  subject: my work
  reason: They are the only hours in which I can write.
  request: Ask me by Wednesday. I may say no.
  otherwise: I will keep the appointment that I have.
  review: 2026-04-01

2026-03-03 14:10 Ruth answer ^fridays-yes
  > Yes.
  to: Karim
  of: ^fridays
  about: boundary
  reply: yes

2026-03-04 11:55 Karim outcome ^round-5
  by: Ruth
  to: Karim
  promise: ^in-the-round
  result: kept
  occurrence: 2026-03-04

2026-03-05 11:20 Ruth outcome ^figures-4
  by: Karim
  to: Ruth
  promise: ^figures
  result: kept
  occurrence: 2026-03-05

# Eighth to eleventh week: kept

2026-03-06 15:00 Karim observance ^fridays-1
  by: Ruth
  to: Karim
  boundary: ^fridays
  respect: honoured

2026-03-06 17:10 Karim moment ^minutes
  > "Karim's point, and I nearly took it." In the minutes, word for word. The room laughed and so did I.
  by: Ruth
  to: Karim
  meaning: It costs her something, and she does it in public.

2026-03-10 18:00 Karim check-in ^karim-rates-4 own
  about: Ruth
  predictable: 58
  dependable: 62
  faith: 52

2026-03-11 11:50 Karim outcome ^round-6
  by: Ruth
  to: Karim
  promise: ^in-the-round
  result: kept
  occurrence: 2026-03-11

2026-03-12 11:40 Ruth outcome ^figures-5
  by: Karim
  to: Ruth
  promise: ^figures
  result: kept
  occurrence: 2026-03-12

2026-03-16 10:30 Ruth moment ^harbour
  > Karim explained the harbour figures to the apprentices, on the floor, with chalk.
  by: Karim
  to: Ruth

2026-03-16 16:05 Karim keepsake ^kept-chalk
  > The apprentices have asked for the chalk version of everything.
  keeps: joke

2026-03-18 12:00 Karim outcome ^round-7
  by: Ruth
  to: Karim
  promise: ^in-the-round
  result: kept
  occurrence: 2026-03-18

2026-03-19 09:00 Karim outcome ^figures-moved
  > The counters are down until Monday. I will send them on Monday by noon instead.
  to: Ruth
  promise: ^figures
  result: renegotiated
  occurrence: 2026-03-19

2026-03-20 16:20 Karim observance ^fridays-2
  by: Ruth
  to: Karim
  boundary: ^fridays
  respect: honoured

2026-03-23 09:00 Karim disclosure ^notes-1
  > Notes of the harbour round, with who said what.
  to: Ruth
  shelf: notes
  expires: 2026-06-30

2026-03-24 17:30 Karim check-in ^karim-rates-5 own
  about: Ruth
  predictable: 66
  dependable: 70
  faith: 58

2026-03-25 12:00 Karim outcome ^round-8
  by: Ruth
  to: Karim
  promise: ^in-the-round
  result: kept
  occurrence: 2026-03-25

2026-03-26 11:10 Ruth outcome ^figures-6
  by: Karim
  to: Ruth
  promise: ^figures
  result: kept
  occurrence: 2026-03-26

2026-03-27 17:00 Karim answer ^accepted-1
  > Accepted. The rounds did it, more than the letter.
  to: Ruth
  of: ^sorry-1
  about: apology
  reply: accepted

2026-04-01 12:05 Karim outcome ^round-9
  by: Ruth
  to: Karim
  promise: ^in-the-round
  result: kept
  occurrence: 2026-04-01

2026-04-02 11:50 Ruth outcome ^figures-7
  by: Karim
  to: Ruth
  promise: ^figures
  result: kept
  occurrence: 2026-04-02

2026-04-02 16:30 Karim turn ^credit-closed
  > Closed. The next study has three names on it, and I did not have to ask.
  repair: ^credit
  step: mended
