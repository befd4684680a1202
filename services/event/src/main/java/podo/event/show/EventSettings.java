package podo.event.show;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How shows are kept and what is assumed of them.
 *
 * @param cache how old a public answer may be at most
 */
@ConfigurationProperties("podo.event")
record EventSettings(
        @DefaultValue("5s") Duration cache, @DefaultValue Defaults defaults) {

    /** What holds when the organiser says nothing; {@code lobby} is how long before the sale it opens. */
    record Defaults(
            @DefaultValue("30m") Duration lobby,
            @DefaultValue("4") int seatsPerFan,
            @DefaultValue("50") int admissionPerSecond,
            @DefaultValue("1000") int admissionCap,
            @DefaultValue("2") int extensions) {}
}
