package dev.touchstone.intake.adapter.http;

import java.util.HashMap;
import java.util.Map;

/** How much may go on at once, in all and for each of those who ask for it. */
final class Slots {

    private final int all;
    private final int each;
    private final Map<String, Integer> taken = new HashMap<>();
    private int inAll;

    Slots(int all, int each) {
        this.all = all;
        this.each = each;
    }

    /** False where none is free; else it is to be given back. */
    synchronized boolean take(String whose) {
        int theirs = taken.getOrDefault(whose, 0);
        if (inAll == all || theirs == each) {
            return false;
        }
        inAll++;
        taken.put(whose, theirs + 1);
        return true;
    }

    synchronized void giveBack(String whose) {
        inAll--;
        taken.computeIfPresent(whose, (name, theirs) -> theirs == 1 ? null : theirs - 1);
    }
}
