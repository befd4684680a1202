package podo.notification.letter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param attachmentWait how long a mail waits for a file that goes along; then it goes without */
@ConfigurationProperties("podo.letter")
record LetterSettings(@DefaultValue("10m") Duration attachmentWait) {}
