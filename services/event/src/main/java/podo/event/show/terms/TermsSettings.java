package podo.event.show.terms;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Defaults for what an organiser leaves out.
 *
 * @param lobby how long before the sale the lobby opens
 * @param admissionPerSecond ceiling of the admission rate of the line
 * @param admissionCap fans who may be past the line at the same time
 * @param extensions how often a fan may ask for five more minutes
 */
@ConfigurationProperties("podo.event.defaults")
record TermsSettings(
        @DefaultValue("30m") Duration lobby,
        @DefaultValue("4") int seatsPerFan,
        @DefaultValue("50") int admissionPerSecond,
        @DefaultValue("1000") int admissionCap,
        @DefaultValue("2") int extensions) {}
