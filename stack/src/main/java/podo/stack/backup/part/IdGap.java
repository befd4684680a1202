package podo.stack.backup.part;

import java.util.regex.Pattern;

/**
 * Leaves a gap in the numbers of restored tables. Accounts, tickets and orders that came after the backup have numbers that fans hold in
 * tokens, codes and mails; a new row must not get one of them.
 */
final class IdGap {
    static final long GAP = 1_000_000;
    /** An event's number is part of the ids of its places, which have room for eight million events. */
    static final long GAP_OF_EVENTS = 1_000;

    private static final Pattern NEXT = Pattern.compile("(\\) ENGINE=.*?AUTO_INCREMENT=)(\\d+)");
    private static final Pattern NUMBERED = Pattern.compile("(?m)^\\s+`\\w+` [^\\n]*\\bAUTO_INCREMENT\\b");

    private IdGap() {}

    /** The statement, with a later first number when it creates a table with numbers. */
    static String widen(String schema, String sql) {
        if (!sql.startsWith("CREATE TABLE") || !NUMBERED.matcher(sql).find()) {
            return sql;
        }
        long gap = schema.equals("podo_event") ? GAP_OF_EVENTS : GAP;
        var next = NEXT.matcher(sql);
        return next.find()
                ? next.replaceFirst(result -> result.group(1) + (Long.parseLong(result.group(2)) + gap))
                : sql.replaceFirst("\\) ENGINE=", ") AUTO_INCREMENT=" + (1 + gap) + " ENGINE=");
    }
}
