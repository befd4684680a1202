package podo.user.reset;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of mails with reset links; those per address are the gateway's.
 *
 * @param perAccount so many mails go to one account within the window; further wishes are answered alike and send nothing
 */
@ConfigurationProperties("podo.password-reset")
record ResetSettings(
        @DefaultValue("5") int perAccount,
        @DefaultValue("15m") Duration window) {}
