package podo.user.passkey;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of passkeys.
 *
 * @param rpId the domain that keys are bound to; empty: the public URL's host. A change makes every key useless
 * @param origins of pages that may use keys; empty: the public URL
 * @param challengeLife how long a ceremony may take
 * @param perAccount so many keys an account may have
 */
@ConfigurationProperties("podo.passkeys")
record PasskeySettings(
        @DefaultValue("") String rpId,
        @DefaultValue List<String> origins,
        @DefaultValue("5m") Duration challengeLife,
        @DefaultValue("10") int perAccount) {}
