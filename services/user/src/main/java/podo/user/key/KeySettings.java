package podo.user.key;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys of teams.
 *
 * @param perTeam how many keys of a team may be in force at once
 * @param access how long the token lives for which the gateway exchanges a key; it never leaves the stack
 */
@ConfigurationProperties("podo.keys")
record KeySettings(
        @DefaultValue("100") int perTeam,
        @DefaultValue("60s") Duration access) {}
