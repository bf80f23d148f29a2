"""The words that the sample's people, shops and captions are made of; all of it is invented."""

SHOP = "Kettle & Quay"
HANDLE = "kettle.and.quay_kq"
MARK = "_kq"  # every handle of the sample ends in it, so that none can be taken for a real account

FIRST = (  # noqa: SIM905 - a list would take a line a word
    "Mara Oskar Tilda Bram Yuna Pelle Ines Corin Saskia Emeka Liv Dario Nour Hedda Kofi Wren Anouk "
    "Tomas Fern Isolde Milan Petra Ravi Junia Colm Selma Bastian Freya Omar Greta Lasse Noemi "
    "Quinn Ada Hugo Thea Mika Rosa Leif Zola"
).split()

LAST = (  # noqa: SIM905 - a list would take a line a word
    "Driftwood Saltmarsh Lanternby Rainbarrel Pebblecote Gullwing Kettlewell-Orr Mossgate "
    "Tidewater Foghorn Birchpot Oatmeadow Windlass Copperleaf Marrowby Fernhollow Quayle-Ash "
    "Lowtide Bellweather Inkwell"
).split()

NOUNS = (  # noqa: SIM905 - a list would take a line a word
    "tide fern lantern pebble gull moss kettle saucer biscuit harbour rain clover anchor button "
    "cinnamon ferry marsh thimble bramble oat spindle puddle teapot barley willow cobble mitten "
    "foghorn plum ribbon"
).split()

COUNTRIES = ("Netherlands", "Germany", "United Kingdom", "Ireland", "Denmark", "Belgium")

# topic → what its people write about themselves
BIOS = {
    "Tea": (
        "Loose leaf, small pots, long mornings. I write down every steep.",
        "Tea notes from a houseboat. Oolong person, no milk police.",
        "One pot a day, photographed before it gets cold.",
    ),
    "Baking": (
        "Weeknight bakes and what to drink with them.",
        "Sourdough, buns, crumbs everywhere. Recipes in the link.",
    ),
    "City walks": (
        "Walking every street of the harbour district, one Sunday at a time.",
        "Small shops, quiet corners, good benches.",
        "Local finds for people who hate queues.",
    ),
    "Ceramics": (
        "Wheel-thrown cups with honest thumbprints.",
        "Glaze tests and slow afternoons at the studio.",
    ),
    "Books": (
        "Paperbacks, rain and something warm to drink.",
        "Reading one shelf a year. Reviews under 100 words.",
    ),
    "Home and plants": (
        "Balcony herbs, second-hand chairs, morning light.",
        "Making a small flat feel like a big one.",
    ),
    "Sea swimming": (
        "Cold water first, hot flask after.",
        "Swimming off the pier all year round.",
    ),
    "Fitness": ("Shred plans, detox tea codes, no excuses.",),
    "Gaming": ("Late streams, loud keyboards.",),
}

# topic → sentences; a caption is two of its own and one about the season or the city
LINES = {
    "Tea": (
        "Second steep of the green and it is better than the first",
        "Turned the water down to 80 degrees and the bitterness is gone",
        "This one smells of wet stone and apricots",
        "A pot for one, two cups, no plans",
        "Brewed it too long on purpose, with milk, no regrets",
        "Leaves the size of thumbnails, look at them open",
    ),
    "Baking": (
        "Cardamom buns, third attempt, finally even",
        "Shortbread that snaps the way it should",
        "I put spent tea leaves in the dough and it worked",
        "Recipe in the first comment, butter is not optional",
        "Crumb shot because you asked",
    ),
    "City walks": (
        "Found a courtyard behind the fish market that I had never seen",
        "The old crane is lit up again, worth the detour",
        "Three small shops on one street and I spent money in all of them",
        "Low tide, long shadows, nobody about",
        "Market day on the quay, bring coins",
    ),
    "Ceramics": (
        "Opened the kiln and only one cup had cracked",
        "New glaze, somewhere between sea and slate",
        "Handles are the hardest part, here are nine of them",
        "Throwing lids until they fit",
    ),
    "Books": (
        "Finished it in one sitting and the pot went cold",
        "A short novel about a long winter",
        "Swapped four paperbacks at the ferry terminal shelf",
        "Read the first page standing up in the shop and bought it",
    ),
    "Home and plants": (
        "Repotted the mint, the flat smells of summer",
        "A shelf, two brackets and a Sunday",
        "The kitchen window gets exactly one hour of sun",
        "Found this chair on the kerb, sanded it, love it",
    ),
    "Sea swimming": (
        "Nine degrees in the water and still smiling",
        "Flask, hat, dry socks, in that order",
        "The pier was empty except for us and one seal",
        "Stayed in four minutes, talked about it for an hour",
    ),
    "Fitness": (
        "Leg day again and no, you cannot skip it",
        "My detox tea code works until midnight",
        "Four weeks to go, trust the process",
    ),
    "Gaming": (
        "New run tonight, come and watch me lose",
        "Patched controls, same old mistakes",
    ),
}

CITY = (
    "The harbour was all fog this morning.",
    "It rained sideways and nobody minded.",
    "First cold day, gloves found.",
    "Sunday, slowly.",
    "The ferry was late again, so there was time.",
    "Lights are going up along the quay.",
)

TAGS = ("#harbourtea", "#quayside", "#slowmorning", "#teatime", "#smallshops", "#localfinds")
PAID = ("Paid partnership with a flask maker.", "Ad: made together with a local mill.")
