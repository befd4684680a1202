package podo.e2e.load.sale;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Which seats somebody tries to hold next. */
final class HoldWish {

    private HoldWish() {}

    /** So many free seats side by side, beginning at one by chance; fewer when there are not that many. */
    static List<Long> among(int[] free, List<Long> seats, int count, SplittableRandom random) {
        int first = random.nextInt(free.length);
        List<Long> chosen = new ArrayList<>();
        for (int i = 0; i < Math.min(count, free.length); i++) {
            chosen.add(seats.get(free[(first + i) % free.length]));
        }
        return chosen;
    }
}
