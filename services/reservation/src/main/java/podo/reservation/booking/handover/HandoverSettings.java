package podo.reservation.booking.handover;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param life how long a link can be accepted */
@ConfigurationProperties("podo.handover")
record HandoverSettings(@DefaultValue("24h") Duration life) {}
