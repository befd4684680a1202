package podo.e2e.load.sale;

import java.time.Duration;
import java.util.Optional;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.load.sale.result.SaleMark;

/** One fan's way through the line; asks again when the answer before said that it may. */
final class SaleLine {

    private final Api api;
    private final SaleFloor floor;

    SaleLine(Api api, SaleFloor floor) {
        this.api = api;
        this.floor = floor;
    }

    /** The entry pass; empty when the line ended or refused the fan. */
    Optional<String> enter(long due) {
        Answer place = floor.calls().callDueAt(due, "join the line", () -> api.post(floor.path() + "/queue"));
        if (place.status() != 200) {
            refused("join the line", place);
            return Optional.empty();
        }
        long joined = floor.clock().nanos();
        floor.tally().mark(SaleMark.JOINED, joined);
        boolean admitted = false;
        try {
            Optional<String> pass = await(place);
            admitted = pass.isPresent();
            if (admitted) {
                floor.tally()
                        .took(
                                "from the line's answer to the pass",
                                floor.clock().nanos() - joined);
                floor.tally().mark(SaleMark.ADMITTED, floor.clock().nanos());
            }
            return pass;
        } finally {
            if (!admitted) {
                floor.tally().mark(SaleMark.GAVE_UP_WAITING, floor.clock().nanos());
            }
        }
    }

    private Optional<String> await(Answer joined) {
        Answer place = joined;
        while (true) {
            switch (place.status() == 200 ? place.string("state") : "") {
                case "OFFERED", "ENTERED" -> {
                    Answer entered = floor.calls().call("enter", () -> api.post(floor.path() + "/queue/enter"));
                    if (entered.status() == 200) {
                        return Optional.of(entered.string("pass"));
                    }
                    refused("enter", entered);
                    if (entered.status() != 409 && entered.status() != 429) {
                        return Optional.empty();
                    }
                }
                case "WAITING", "LOBBY" -> {}
                case "CLOSED" -> {
                    floor.tally().refused(floor.clock().nanos(), "wait: the line is closed");
                    return Optional.empty();
                }
                default -> {
                    if (place.status() != 429) {
                        refused("wait", place);
                        return Optional.empty();
                    }
                }
            }
            floor.clock()
                    .pause(Duration.ofMillis(
                            place.status() == 200
                                    ? Math.clamp(place.json("pollAfterMillis").asLong(), 500, 30_000)
                                    : 2_000));
            place = floor.calls().call("look at the place", () -> api.get(floor.path() + "/queue/me"));
        }
    }

    private void refused(String step, Answer answer) {
        if (answer.status() != 429) { // counted by the call
            floor.tally().refused(floor.clock().nanos(), step + ": " + ProblemName.of(answer));
        }
    }
}
