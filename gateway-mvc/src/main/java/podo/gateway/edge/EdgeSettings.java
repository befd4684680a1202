package podo.gateway.edge;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code podo.edge.*}.
 *
 * @param trustedProxies networks (CIDR) of the proxies in front of the gateway; only their {@code Forwarded} and
 *     {@code X-Forwarded-*} are believed
 * @param hosts further values of {@code Host} that are served, beside the public URL's: a container's name, for instance
 * @param hsts value of {@code Strict-Transport-Security}, sent when the public URL is https
 */
@ConfigurationProperties("podo.edge")
record EdgeSettings(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue List<String> hosts,
        @DefaultValue("max-age=31536000; includeSubDomains") String hsts) {}
