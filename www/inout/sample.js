/** A paste to try: an invented page of an invented paper, with all that stands around a story. */
export const sample = `Skip to content
Menu
Search
Sign in
The Vessen Ledger
Tuesday 4 June 2024
14° Showers
Home
City
Harbour
Business
Culture
Sport
Letters
Podcasts
Notices
We value your privacy
We and our 214 partners store and read information on your device, such as cookies, to show personalised advertising and to measure how our pages are used.
Accept all
Reject all
Manage options

Home > Culture > Local history

The last hand-wound town clock on the coast finds someone to wind it

After 41 years and some 2,100 climbs of the tower, Vessen's clock keeper hands over the crank to a bus mechanic who answered a note in the bakery

By Ilse Marchetti
Published: 4 June 2024, 7:15 am
Share
Facebook
WhatsApp
Copy link
36 comments

A man in blue overalls turns an iron crank as long as his arm beside a frame of brass wheels
Piet Oswin winds the going train on his last Saturday as keeper. Photo: Lena Hartog/The Ledger

Every Saturday since the spring of 1983, Piet Oswin has climbed the 118 steps of the Customs Tower, taken an iron crank from its hook and turned it 240 times. Nine minutes later three stone weights hang from the ceiling again, and Vessen has the time for another week.

Last Saturday he did it once more, put the crank back on its hook, and gave the key to somebody else.

"I thought there would be a ceremony," said Mr Oswin, who is 79. "There was a cake. That is better."

The new keeper is Amra Delic, 34, who repairs buses at the depot on Quay Road and had never been inside the tower until March. She saw the note that Mr Oswin had pinned up in Brandt's bakery: keeper wanted, no pay, good view.

Advertisement

A clock that the council forgot

The clock was built in 1871 by the brothers Emmerich of Sund and is thought to be the last on this coast that is still wound by hand. The others were given electric motors between 1950 and 1975. Vessen's was on the list as well, according to minutes in the town archive, but the page with the order was filed under harbour dredging and nobody asked again.

By the time the mistake was found, the clock had run for eleven years longer than planned and lost less than half a minute a month.

What the keeper does each week:
Winds the three trains, 80 turns each
Checks the time against the signal of the harbour pilots
Moves a brass penny on or off the pendulum, which is worth four tenths of a second a day
Feeds the cat, who came with the tower

Read more: Ferry timetable to change twice this summer

"You listen more than you look," Ms Delic said. "It is the same with an engine. When something is wrong the sound changes a week before the thing breaks."

Not a museum piece

The Society for Monuments has twice offered to pay for an automatic winder, at about 18,000 crowns. The council's culture committee turned it down in April by five votes to four.

"A motor would be cheaper than a knee operation," said Bram Oostveen, who voted for it. "But I was told that the clock would then be a machine in a tower, and now it is a person in a tower. I have no answer to that."

Ms Delic has asked for one change. From the autumn the tower will be open on winding days to anyone who can manage the steps, ten people at a time. The first four Saturdays are full.

Mr Oswin has not put his name down. He can hear the clock from his kitchen, he said, and it was two seconds slow on Sunday. He has not told her yet.

Lena Hartog contributed to this report.

Get the Ledger in your inbox
The stories of the coast, every weekday at seven. Free.
Your e-mail address
Sign me up
By signing up you agree to our terms of use and our privacy policy.

More from Culture
Fish market murals to be restored by the school that painted them
2 hours ago
The choir that rehearses in a drained swimming pool
Yesterday
Review: a King Lear with rain, most of it planned
Sponsored
Five signs that your boiler is about to fail
HeatRight

36 comments
Sort by: Newest
harbourmouse
3 hours ago
The cat is called Escapement and she is very well fed.
Reply
Like (41)
T. Wessels
5 hours ago
My grandfather was keeper before Mr Oswin. He always said the ninth step from the top was the worst one.
Reply
Like (17)
Load more comments

Most read
1. Wind closes the swing bridge for a second day
2. Council to vote on parking in Fishergate
3. Why the gulls have left the north pier

About us
Contact
Advertise with us
Privacy policy
Cookie settings
Terms of use
© 2024 Vessen Ledger Press. All rights reserved.
Back to top
`;
