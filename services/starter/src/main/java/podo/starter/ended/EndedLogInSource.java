package podo.starter.ended;

import java.util.List;

/** Knows which log-ins ended: the user service by itself, every other process by asking it. */
public interface EndedLogInSource {

    /** @param until to ask with the next time, in milliseconds since 1970 */
    record Ended(long until, List<String> logIns) {}

    /** @param after milliseconds since 1970; from 0 on: all whose access tokens may still live */
    Ended endedAfter(long after);
}
