package podo.tosssimulator.webhook;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param url where the shop listens */
@ConfigurationProperties("podo.simulator.webhook")
record WebhookSettings(URI url) {}
