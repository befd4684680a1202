package podo.e2e.load.sale;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who comes to the sale, and how. */
enum SaleProfile {
    /** Everybody buys, and comes within the first seconds. */
    RUSH(ArrivalCurve.RUSH, Duration.ofSeconds(10)),
    /** Everybody buys and comes at a steady rate over minutes. */
    STEADY(ArrivalCurve.POISSON, Duration.ofMinutes(3)),
    /** Nobody buys: the pages of the shop are read without an account. */
    BROWSE(ArrivalCurve.POISSON, Duration.ofMinutes(1)),
    /** As a rush, with scripts among the fans that send one hold after the other. */
    BOTS(ArrivalCurve.RUSH, Duration.ofSeconds(10)),
    /** One in five buys; the others reload the event's page until the time is over. */
    RELOAD(ArrivalCurve.RUSH, Duration.ofMinutes(1));

    private final ArrivalCurve curve;
    private final Duration usualTime;

    SaleProfile(ArrivalCurve curve, Duration usualTime) {
        this.curve = curve;
        this.usualTime = usualTime;
    }

    ArrivalCurve curve() {
        return curve;
    }

    /** Within which all arrive. */
    Duration usualTime() {
        return usualTime;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SaleProfile of(String word) {
        return Arrays.stream(values())
                .filter(profile -> profile.word().equals(word))
                .findAny()
                .orElseThrow(() -> new InvalidSaleOption("--profile takes "
                        + Arrays.stream(values()).map(SaleProfile::word).collect(Collectors.joining(", ")) + "; not: "
                        + word));
    }
}
