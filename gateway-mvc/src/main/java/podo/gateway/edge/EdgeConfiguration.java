package podo.gateway.edge;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import podo.starter.edge.PublicUrl;

/** Puts the {@link EdgeValve} in front of the gateway. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> edgeValve(
            TrustedProxies proxies, PublicUrl publicUrl, EdgeSettings settings) {
        return tomcat -> tomcat.addEngineValves(new EdgeValve(proxies, publicUrl.isSecure() ? settings.hsts() : null));
    }
}
