package podo.tosssimulator.webhook;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code podo.simulator.webhook}.
 *
 * @param url the address to which webhooks are posted
 */
@ConfigurationProperties("podo.simulator.webhook")
record WebhookSettings(URI url) {}
