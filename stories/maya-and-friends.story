story: Maya, Ife and Sol
setting: friends
zone: Europe/Dublin
member: Maya
member: Ife
member: Sol
invented: yes
note: Nobody here is real. Three friends since school, a standing lunch that kept not happening, and twelve weeks.

# First week: Ife begins, and writes for herself

2026-02-02 20:10 Ife joining ^ife-joins

2026-02-02 20:16 Ife breach ^lunch-0 own
  > Sunday lunch. I was on the number 11 already when Maya wrote "so sorry, next week for sure". I got off and walked home.
  by: Maya
  to: Ife
  type: plan cancelled
  weight: 3

2026-02-02 20:25 Ife breach ^lunch-00 own
  > The one before that too, at ten in the morning. Sol had the soup on.
  by: Maya
  to: Ife, Sol
  type: plan cancelled
  weight: 2

2026-02-02 20:40 Ife moment ^library own
  > Maya renewed my library books without being asked, because she remembered that I never do.
  by: Maya
  to: Ife
  meaning: She does think of me. That is why I do not understand the lunches.

2026-02-03 07:50 Ife check-in ^ife-rates-1 own
  about: Maya
  predictable: 24
  dependable: 30
  faith: 66

2026-02-03 21:30 Ife letter ^letter-1
  > I miss us at one table. I would rather have one lunch a month that happens than four that might. That is all I came to say; the rest can be about the dog.
  to: Maya

2026-02-04 18:05 Sol joining ^sol-joins

2026-02-04 18:20 Sol moment ^hat-1
  > Ife wore the fishing hat to the bank and they gave her the loan.
  by: Ife
  to: Sol
  meaning: The hat is now the finance hat.

2026-02-04 22:10 Sol breach ^soup own
  > Eight portions of soup, for one. I said on the phone that it was no bother.
  by: Maya
  to: Sol
  type: plan cancelled
  weight: 2

2026-02-06 13:00 Ife moment ^bench
  > Sol and I ate crisps on the wet bench and named the pigeons after our teachers.
  by: Sol
  to: Ife

# Second week: Maya comes

2026-02-09 19:30 Maya joining ^maya-joins

2026-02-09 19:48 Maya moment ^laugh-1
  > I read the finance hat out on the bus. Out loud. To strangers.
  by: Sol
  to: Maya

2026-02-10 12:15 Maya breach ^mine-1
  > I say yes to every Sunday because I want it to be true. On Saturday night I already know that it is not, and I wait until the morning to say so.
  to: Ife, Sol
  type: plan cancelled

2026-02-10 12:50 Ife response ^see-mine-1
  > The waiting until the morning is the part that gets me. Thank you for naming it yourself.
  of: ^mine-1
  stance: see

2026-02-10 20:00 Ife shares ^lunch-0

2026-02-10 20:40 Maya response ^see-lunch-0
  > You were on the bus. I did not know that. I pictured you at home with the paper.
  of: ^lunch-0
  stance: see

2026-02-11 19:00 Ife repair ^lunches
  > One thing, and only this one.
  to: Maya, Sol
  name: Lunches that fall through
  of: ^mine-1, ^lunch-0

2026-02-12 08:10 Sol response ^sol-sees own
  of: ^mine-1
  stance: not now

2026-02-13 17:45 Sol moment ^chips
  > Maya left chips on my step with a drawing of a pigeon marked "Mr Doyle".
  by: Maya
  to: Sol

2026-02-14 10:20 Maya promise ^sunday-1
  > Sunday at one, at Sol's. I will be there.
  to: Ife, Sol
  due: 2026-02-15 13:00
  type: be there

2026-02-15 14:05 Sol outcome ^sunday-1-went
  > She came at two with a cake and her coat on inside out.
  by: Maya
  to: Ife, Sol
  promise: ^sunday-1
  result: late
  minutes: 60

2026-02-15 21:15 Ife check-in ^ife-rates-2 own
  about: Maya
  predictable: 26
  dependable: 31
  faith: 67

# Third week: it happens again

2026-02-18 12:30 Ife request ^request-1
  > Could you say by Friday evening whether Sunday is on? Either answer is fine.
  to: Maya
  due: 2026-02-20 20:00

2026-02-18 20:55 Maya answer ^request-1-yes
  > Yes. By Friday at eight.
  of: ^request-1
  about: request
  reply: yes

2026-02-18 21:00 Maya promise ^friday-word
  > A yes or a no for Sunday, by Friday at eight.
  to: Ife, Sol
  due: 2026-02-20 20:00 every week until 2026-04-24
  type: tell
  done-means: One word in our chat. "Maybe" is not one of the words.
  plan-if: I do not know yet on Friday
  plan-then: I say no, and come next time
  request: ^request-1

2026-02-20 20:40 Maya outcome ^friday-1-maya
  > Twenty minutes late with a no. I was in the bath being a coward.
  to: Ife, Sol
  promise: ^friday-word
  result: late
  occurrence: 2026-02-20
  minutes: 20

2026-02-20 21:00 Ife outcome ^friday-1
  by: Maya
  to: Ife, Sol
  promise: ^friday-word
  result: late
  occurrence: 2026-02-20
  minutes: 20

2026-02-22 13:30 Ife breach ^lunch-1
  > She said no on Friday, which I can live with. Then there was a picture of her at the market at noon, with other people.
  by: Maya
  to: Ife
  type: white lie
  weight: 4
  repair: ^lunches

2026-02-22 18:20 Maya response ^differently-1
  > My sister turned up at eleven and the market is where she wanted to go. I had said no because I was tired, and at noon I was still tired. I see what it looked like.
  of: ^lunch-1
  stance: different

2026-02-23 21:50 Maya journal ^maya-journal-1 own
  > I say yes so that nobody is cross on the Tuesday. Then everybody is, on the Sunday.
  day: hard

2026-02-24 19:30 Ife understanding ^why-1
  > It was not a lie. She says yes to all of us because a no frightens her, and then the days are full.
  of: ^lunch-1
  cause: couldn't

2026-02-24 20:10 Sol response ^sol-differs
  > I do not need a reason each time. I need to know about the soup.
  of: ^mine-1
  stance: see

# Fourth week: fewer words, and ones that hold

2026-02-26 20:30 Maya apology ^sorry-1
  > I am sorry. I kept you both on a bus that I was driving.
  to: Ife, Sol
  of: ^lunch-0, ^mine-1
  repair: ^lunches
  acknowledges: I said yes when I meant that I wanted to, and told you in the morning, when you had got up for it and cooked for it.
  offers: I owe Sol eight portions of soup. Lunch at mine, I cook, and I carry it over if need be.
  prevents: I promise one Sunday in a month, not four, and on a Friday I say yes or no.
  promise: ^friday-word

2026-02-26 21:05 Ife answer ^accepted-1
  > Yes. The one Sunday is what I asked for, really.
  to: Maya
  of: ^sorry-1
  about: apology
  reply: accepted

2026-02-27 08:15 Sol answer ^partly-1
  > Mostly. Ask me again when there has been soup.
  to: Maya
  of: ^sorry-1
  about: apology
  reply: partly

2026-02-27 12:00 Maya amends ^soup-debt
  > Eight portions of soup, at Sol's door, hot.
  to: Sol
  apology: ^sorry-1
  due: 2026-03-08

2026-02-27 19:45 Ife outcome ^friday-2
  > "No." Clean as a whistle.
  by: Maya
  to: Ife, Sol
  promise: ^friday-word
  result: kept
  occurrence: 2026-02-27

2026-03-01 11:10 Ife moment ^walk-1
  > Nobody came to lunch and nobody had to be sorry. Sol and I walked to the lighthouse.
  by: Sol
  to: Ife

2026-03-02 20:20 Ife check-in ^ife-rates-3 own
  about: Maya
  predictable: 33
  dependable: 36
  faith: 68

# Fifth week: something between two of them

2026-03-04 21:20 Sol breach ^told with Ife
  > You told Maya about the flat before I had told anyone. I had said it to you on the stairs, not to the group.
  by: Ife
  to: Sol
  type: private story shared
  weight: 3

2026-03-05 07:40 Ife response ^see-told with Sol
  > I did. I was glad for you and it fell out of me. That is no reason for you to lose your own news.
  of: ^told
  stance: see

2026-03-05 20:30 Ife promise ^quiet with Sol
  > What you tell me on the stairs stays on the stairs until you say otherwise.
  to: Sol
  due: 2026-03-12 every week until 2026-04-23
  type: hold back

2026-03-06 19:30 Ife outcome ^friday-3
  > "Yes. One o'clock, mine, bring nothing."
  by: Maya
  to: Ife, Sol
  promise: ^friday-word
  result: kept
  occurrence: 2026-03-06

2026-03-07 09:15 Maya promise ^sunday-2
  > Sunday at one, at mine, with a table that has all its legs.
  to: Ife, Sol
  due: 2026-03-08 13:00
  type: be there
  plan-if: anything at all comes up
  plan-then: it can wait until four

2026-03-08 15:30 Sol outcome ^sunday-2-went
  > She was there before us. It was her own house, but still.
  by: Maya
  to: Ife, Sol
  promise: ^sunday-2
  result: kept

2026-03-08 15:40 Sol completion ^soup-done
  > Eight portions. She counted them out loud.
  by: Maya
  to: Sol
  amends: ^soup-debt

2026-03-08 16:10 Ife moment ^legs
  > The table had three legs and a stack of encyclopaedias. We toasted volume M.
  by: Maya
  to: Ife
  meaning: For Maya, obviously.

2026-03-08 21:00 Maya moment ^stayed
  > They stayed until the lamps were on. Nobody looked at a phone.
  by: Ife
  to: Maya

2026-03-08 22:15 Ife check-in ^ife-rates-4 own
  about: Maya
  predictable: 44
  dependable: 47
  faith: 72

2026-03-12 20:40 Sol outcome ^quiet-1 with Ife
  by: Ife
  to: Sol
  promise: ^quiet
  result: kept
  occurrence: 2026-03-12

# Sixth and seventh week: small ones

2026-03-13 18:30 Ife outcome ^friday-4
  > "No, and I am not even sorry, I am asleep."
  by: Maya
  to: Ife, Sol
  promise: ^friday-word
  result: kept
  occurrence: 2026-03-13

2026-03-14 11:00 Sol request ^request-2
  > Would you look after Biscuit from Friday to Monday?
  to: Maya
  due: 2026-03-20

2026-03-14 11:25 Maya answer ^request-2-smaller
  > Friday night and Saturday I can. All four days I would say and then not manage.
  to: Sol
  of: ^request-2
  about: request
  reply: smaller

2026-03-14 11:40 Maya promise ^biscuit
  > Biscuit sleeps at mine on Friday, and has his Saturday walk.
  to: Sol
  due: 2026-03-21 12:00
  type: do
  request: ^request-2

2026-03-15 17:00 Ife moment ^pigeon
  > Mr Doyle has a wife now. Sol has drawn the wedding.
  by: Sol
  to: Ife

2026-03-19 20:30 Sol outcome ^quiet-2 with Ife
  by: Ife
  to: Sol
  promise: ^quiet
  result: kept
  occurrence: 2026-03-19

2026-03-20 19:10 Ife outcome ^friday-5
  by: Maya
  to: Ife, Sol
  promise: ^friday-word
  result: kept
  occurrence: 2026-03-20

2026-03-21 12:30 Sol outcome ^biscuit-went
  > He came back smelling of shampoo and wearing a scarf.
  by: Maya
  to: Sol
  promise: ^biscuit
  result: kept

2026-03-21 18:00 Maya disclosure ^week-1
  > My month, as it stands: one Sunday with you two (the fifth of April), one with my mother, two with nobody on purpose.
  to: Ife, Sol
  shelf: schedule
  expires: 2026-04-30

2026-03-22 20:45 Ife check-in ^ife-rates-5 own
  about: Maya
  predictable: 52
  dependable: 54
  faith: 74

2026-03-23 08:30 Sol check-in ^sol-rates-1 own
  about: Maya
  predictable: 50
  dependable: 55
  faith: 70

# Eighth week: a hard one

2026-03-27 21:30 Ife outcome ^friday-6
  > Nothing on Friday. Nothing on Saturday.
  by: Maya
  to: Ife, Sol
  promise: ^friday-word
  result: broken
  occurrence: 2026-03-27

2026-03-28 09:20 Ife breach ^silence-1
  > It was the silence from before. I sat there and minded, more than a lunch is worth.
  by: Maya
  to: Ife
  type: unanswered call
  weight: 2
  repair: ^lunches

2026-03-28 10:05 Ife wave ^wave-1 own
  > The bus again, in my head, with me getting off it.
  of: ^lunch-0

2026-03-28 19:40 Maya response ^see-silence-1
  > My phone went into the canal with the good half of my patience. I could have walked over. I see it.
  of: ^silence-1
  stance: see

2026-03-29 12:00 Maya moment ^note
  > Ife put a paper note through my door that said only "soup?".
  by: Ife
  to: Maya

2026-03-29 20:10 Ife check-in ^ife-rates-6 own
  about: Maya
  predictable: 44
  dependable: 46
  faith: 72

# Ninth to twelfth week

2026-04-03 18:50 Ife outcome ^friday-7
  > "Yes. Sunday. In ink."
  by: Maya
  to: Ife, Sol
  promise: ^friday-word
  result: kept
  occurrence: 2026-04-03

2026-04-04 10:00 Maya promise ^sunday-3
  > Sunday at one, at Ife's. I bring the leg for the table.
  to: Ife, Sol
  due: 2026-04-05 13:00
  type: be there

2026-04-05 13:20 Ife outcome ^sunday-3-went
  > Ten to one, with a table leg under her arm.
  by: Maya
  to: Ife, Sol
  promise: ^sunday-3
  result: kept

2026-04-05 17:30 Sol moment ^hat-2
  > We gave the finance hat to Maya. She wept and then asked for a loan.
  by: Maya
  to: Sol

2026-04-05 18:10 Ife keepsake ^kept-finance-hat
  > Whoever wears the finance hat may not speak of money.
  keeps: joke

2026-04-05 21:40 Ife check-in ^ife-rates-7 own
  about: Maya
  predictable: 58
  dependable: 60
  faith: 77

2026-04-09 20:15 Sol outcome ^quiet-3 with Ife
  > I told you about the job myself, at lunch, when I wanted to. Thank you.
  by: Ife
  to: Sol
  promise: ^quiet
  result: kept
  occurrence: 2026-04-09

2026-04-10 19:00 Ife outcome ^friday-8
  by: Maya
  to: Ife, Sol
  promise: ^friday-word
  result: kept
  occurrence: 2026-04-10

2026-04-12 16:00 Sol moment ^swim
  > The three of us swam for four minutes in the coldest sea there is and lied about it for an hour.
  by: Maya
  to: Sol
  meaning: Best Sunday of the year so far, and no lunch in it.

2026-04-17 19:25 Ife outcome ^friday-9
  > "No. Mother. But Wednesday, chips, bench?"
  by: Maya
  to: Ife, Sol
  promise: ^friday-word
  result: kept
  occurrence: 2026-04-17

2026-04-18 10:30 Ife answer ^sol-later own
  > Ask me in May.
  of: ^request-3
  about: request
  reply: not now

2026-04-18 10:00 Sol request ^request-3
  > Shall we try a weekend away, the three of us, in June?
  to: Ife, Maya
  due: 2026-05-15

2026-04-18 12:20 Maya answer ^request-3-no
  > No for June. I would be saying yes to the picture of it. September I can look at.
  to: Sol
  of: ^request-3
  about: request
  reply: no

2026-04-19 20:30 Sol answer ^soup-accepted
  > There has been soup. There has been a fourth leg. Accepted.
  to: Maya
  of: ^sorry-1
  about: apology
  reply: accepted

2026-04-24 18:15 Ife outcome ^friday-10
  > "Yes."
  by: Maya
  to: Ife, Sol
  promise: ^friday-word
  result: kept
  occurrence: 2026-04-24

2026-04-26 17:45 Ife moment ^plain
  > Lunch. It was just lunch.
  by: Maya
  to: Ife
  meaning: I did not check my phone on the bus.

2026-04-26 21:00 Ife check-in ^ife-rates-8 own
  about: Maya
  predictable: 66
  dependable: 68
  faith: 80

2026-04-26 21:20 Ife turn ^lunches-mended
  > Enjoyed. Not because nobody will ever cancel again, but because I know how it would go.
  repair: ^lunches
  step: mended
