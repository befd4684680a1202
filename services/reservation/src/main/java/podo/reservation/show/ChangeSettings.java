package podo.reservation.show;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param tellAfter how long after a change of a show its buyers are told; further changes within this time are told with it */
@ConfigurationProperties("podo.changes")
record ChangeSettings(@DefaultValue("30s") Duration tellAfter) {}
