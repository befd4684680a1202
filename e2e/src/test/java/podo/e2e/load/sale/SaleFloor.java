package podo.e2e.load.sale;

import java.util.List;
import java.util.stream.IntStream;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.load.sale.result.SaleMark;
import podo.e2e.load.sale.result.SaleTally;

/**
 * What all visitors of one sale share.
 *
 * @param seats ids in the order of the seat map's letters
 */
record SaleFloor(long event, List<Long> seats, SaleCalls calls, SaleTally tally, SaleClock clock) {

    private static final char FREE = 'a';

    String path() {
        return "/api/events/" + event;
    }

    /** Places of the seats in {@link #seats} that are free by the seat map now. */
    int[] free(Api fan) {
        Answer state = calls.call("see the seats", () -> fan.get(path() + "/seats/state"));
        if (state.status() != 200) {
            tally.refused(clock.nanos(), "see the seats: " + ProblemName.of(state));
            throw new CallFailed("see the seats");
        }
        String letters = state.string("s");
        return IntStream.range(0, Math.min(letters.length(), seats.size()))
                .filter(i -> letters.charAt(i) == FREE)
                .toArray();
    }

    /** As a browser asks for it, without an account. */
    void readPage(String step, long due, String path) {
        calls.callDueAt(
                due,
                step,
                () -> Api.open()
                        .with("Accept", "text/html")
                        .with("Accept-Encoding", "gzip")
                        .get(path));
        tally.mark(SaleMark.PAGE_READ, clock.nanos());
    }
}
