package podo.starter.drain;

import java.time.Duration;

/** Something that lasts longer than a request, and ends before the process does. */
public interface Drainable {

    /**
     * Begins to end it; returns at once.
     *
     * @param within the time over which the ends are spread, so that those who come back do not come at once
     */
    void beginDrain(Duration within);

    boolean isDrained();
}
