package podo.tosssimulator.mailbox;

import java.net.InetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code podo.simulator.mailbox}.
 *
 * @param port of SMTP; 0 takes a free one
 * @param most mails that are kept, the newest
 * @param size of all mails that are kept together
 * @param each of one mail; a longer one is refused
 * @param connections at the same time
 */
@ConfigurationProperties("podo.simulator.mailbox")
record MailboxSettings(
        int port,
        InetAddress address,
        @DefaultValue("1000") int most,
        @DefaultValue("24MB") DataSize size,
        @DefaultValue("2MB") DataSize each,
        @DefaultValue("20") int connections) {}
