package podo.notification.heard;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param checkingAfter how long a payment is undecided before its fan gets a mail about it */
@ConfigurationProperties("podo.heard")
record HeardSettings(@DefaultValue("60s") Duration checkingAfter) {}
