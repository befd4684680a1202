package podo.starter.drain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a process drains.
 *
 * @param request a file; the process drains when it is asked to end and this file exists. Empty: never
 * @param unlistedAfter from its deregistration until no caller has it in their list: registry, fetch every 2 s, kept for 500 ms
 * @param quiet how long no request may have come before it counts as left
 * @param streamsWithin over what time the ends of its streams are spread
 * @param atMost after which it stops whatever is open
 */
@ConfigurationProperties("podo.drain")
record DrainSettings(
        @DefaultValue("") String request,
        @DefaultValue("4s") Duration unlistedAfter,
        @DefaultValue("2s") Duration quiet,
        @DefaultValue("8s") Duration streamsWithin,
        @DefaultValue("50s") Duration atMost) {}
