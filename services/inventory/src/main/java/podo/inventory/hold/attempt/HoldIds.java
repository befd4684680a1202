package podo.inventory.hold.attempt;

import java.security.SecureRandom;
import java.util.UUID;

/** Generates hold ids: UUIDs of version 7, which begin with the time, so that new rows are appended to the index. */
public final class HoldIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private HoldIds() {}

    public static String next() {
        long random = RANDOM.nextLong();
        long high = (System.currentTimeMillis() << 16) | 0x7000L | (random & 0xFFF);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
