package podo.inventory.bench;

import java.util.List;
import java.util.Random;
import podo.contracts.inventory.SeatIds;

/** A number of fans and seats. */
enum BenchScenario {
    TEN_SEATS("10 seats, 100 fans", 10, 100, 100),
    ONE_SEAT("1 seat, 1,000 fans", 1, 1_000, 1_000),
    ARENA("5,000 seats, 5,000 fans", 5_000, 5_000, 64),
    PAIRS("5,000 seats, 2,500 fans, pairs side by side", 5_000, 2_500, 64),
    SETS_OF_FOUR("400 fans, overlapping sets of 4 among 400 seats", 400, 400, 400);

    final String title;
    final int seats;
    final int fans;
    final int callers;

    BenchScenario(String title, int seats, int fans, int callers) {
        this.title = title;
        this.seats = seats;
        this.fans = fans;
        this.callers = callers;
    }

    /** Those in which the strategies compete; in the others a seat's neighbours matter. */
    static final List<BenchScenario> OF_STRATEGIES = List.of(TEN_SEATS, ONE_SEAT, ARENA, SETS_OF_FOUR);

    /** The seats that the fan wants; the same for the same round. */
    List<Long> request(long event, int fan, long round) {
        if (this == SETS_OF_FOUR) {
            return new Random(round * 1_000_003 + fan)
                    .ints(1, seats + 1)
                    .distinct()
                    .limit(4)
                    .mapToObj(seq -> SeatIds.of(event, seq))
                    .toList();
        }
        if (this == PAIRS) {
            int first = 2 * fan % seats + 1;
            return List.of(SeatIds.of(event, first), SeatIds.of(event, first + 1));
        }
        return List.of(SeatIds.of(event, fan % seats + 1));
    }
}
