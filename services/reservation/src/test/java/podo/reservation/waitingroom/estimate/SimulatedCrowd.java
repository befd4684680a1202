package podo.reservation.waitingroom.estimate;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A crowd before a sale, in the room's real measures.
 *
 * @param lobby fans who wait from the start; {@code perSecond} come later, for the first two minutes
 * @param stay seconds that a fan spends inside
 * @param leaving how often a waiting fan gives up, per second; {@code silent} the share that fell asleep in the lobby
 * @param swings the health brake closes now and then
 * @param seats for sale; every second fan who was inside buys two
 */
public record SimulatedCrowd(
        String name,
        int rate,
        int cap,
        int lobby,
        double perSecond,
        ToDoubleFunction<Random> stay,
        double leaving,
        double silent,
        boolean swings,
        int seats) {

    private static final int ENDLESS = 10_000_000;

    public static final List<SimulatedCrowd> ALL = List.of(
            of("the rate decides", 10, ENDLESS, 3_000, pleasing(240)),
            of("the room is full, fans stay as they please", 50, 300, 2_400, pleasing(240)),
            of("the room is full, everybody stays five minutes", 50, 300, 2_400, random -> 300),
            of("the room is full, some know what they want, others ponder", 50, 300, 2_400, mixed()),
            new SimulatedCrowd("the health brake swings", 5, ENDLESS, 4_000, 1, pleasing(240), 0, 0, true, ENDLESS),
            new SimulatedCrowd("the seats run out", 50, 300, 2_400, 0, pleasing(240), 0, 0, false, 2_200),
            new SimulatedCrowd("a third gives up", 10, ENDLESS, 3_000, 5, pleasing(240), 0.002, 0, false, ENDLESS),
            new SimulatedCrowd(
                    "the room is full, a third gives up", 50, 300, 2_400, 1, pleasing(240), 0.0006, 0, false, ENDLESS),
            new SimulatedCrowd("a quarter fell asleep", 10, ENDLESS, 3_000, 5, pleasing(240), 0, 0.25, false, ENDLESS));

    private static SimulatedCrowd of(String name, int rate, int cap, int lobby, ToDoubleFunction<Random> stay) {
        return new SimulatedCrowd(name, rate, cap, lobby, 1, stay, 0, 0, false, ENDLESS);
    }

    private static ToDoubleFunction<Random> pleasing(double mean) {
        return random -> Math.min(900, -Math.log(1 - random.nextDouble()) * mean);
    }

    private static ToDoubleFunction<Random> mixed() {
        return random -> random.nextInt(10) < 4 ? 20 + 40 * random.nextDouble() : 240 + 360 * random.nextDouble();
    }
}
