package podo.reservation.waitingroom.script;

import java.util.List;

/** The list that a script returns: numbers come as Long, texts as String, and decimals as text. */
record ScriptReply(List<?> values) {

    /** The first value, which names the outcome; empty when the script returned no list. */
    String outcome() {
        return values.isEmpty() ? "" : text(0);
    }

    String text(int index) {
        return String.valueOf(values.get(index));
    }

    long number(int index) {
        return values.get(index) instanceof Number number ? number.longValue() : Long.parseLong(text(index));
    }

    double decimal(int index) {
        return Double.parseDouble(text(index));
    }

    boolean flag(int index) {
        return text(index).equals("1");
    }
}
