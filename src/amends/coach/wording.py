"""One sentence why, for each finding. Plain and kind: about the words, never about the writer."""

from __future__ import annotations

WHY = {
    "generalisation": (
        "“Always” and “never” invite the one exception; the one time you mean is easier to hear."
    ),
    "criticism": (
        "This speaks of who someone is. What they did can be changed; who they are can only be defended."
    ),
    "contempt": "This may be heard as looking down. What hurt underneath is easier to answer.",
    "defensiveness": "This turns to the other's part. Owning even a small piece first keeps the talk open.",
    "stonewalling": "This closes the talk. If you need a pause, saying when you return keeps it open.",
    "mind_reading": "This tells someone what went on inside them. It can be asked, or marked as a guess.",
    "pseudo_feeling": (
        "After “I feel” comes a thought about the other. The feeling itself is harder to dispute."
    ),
    "many_issues": "There are several matters here at once. One at a time has a better chance.",
    "control": (
        "This may be heard as pressure on what someone else does. A limit about your own conduct stays yours."
    ),
    "danger": "If someone may come to harm, help for the person concerned goes before any wording.",
    "apology:if": "With “if”, the apology waits for the other to prove the hurt.",
    "apology:but": "What follows “but” often takes back what came before.",
    "apology:passive": "Nobody does anything in this sentence. Saying “I” and the act makes it an apology.",
    "apology:minimise": "This makes it smaller than it may have been for the other.",
    "apology:blame": "This hands a part of it to the other. It can be talked about at another time.",
    "apology:excuse": (
        "A reason next to an apology may sound like an excuse. It can wait until it is asked for."
    ),
    "apology:demand": "Forgiveness and moving on are the other's to give, in their own time.",
}
"""Label → the sentence, in English; pages translate it."""
