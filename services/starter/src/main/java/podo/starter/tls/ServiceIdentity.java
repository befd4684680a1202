package podo.starter.tls;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** This service's certificate, which it shows, and the services' authority, by which it recognises others. Both are files in PEM. */
public final class ServiceIdentity {

    /** The name of the SSL bundle, for calls and for the server alike. */
    public static final String BUNDLE = "service";

    private static final String PREFIX = "spring.ssl.bundle.pem." + BUNDLE;

    private final SslBundle bundle;
    private final Map<String, SSLContext> contexts = new ConcurrentHashMap<>();

    private ServiceIdentity(SslBundle bundle) {
        this.bundle = bundle;
    }

    /** Empty where no certificate is set: then services speak plain http, as in the tests of a single module. */
    public static Optional<ServiceIdentity> of(Environment environment) {
        return isSet(environment)
                ? Optional.of(new ServiceIdentity(PropertiesSslBundle.get(Binder.get(environment)
                        .bind(PREFIX, PemSslBundleProperties.class)
                        .get())))
                : Optional.empty();
    }

    /** From the variables of this process, for what runs before or without an application context. */
    public static Optional<ServiceIdentity> ofProcess() {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigurationPropertySources.attach(environment);
        return of(environment);
    }

    static boolean isSet(Environment environment) {
        return Binder.get(environment)
                .bind(PREFIX + ".keystore.certificate", String.class)
                .isBound();
    }

    /**
     * For calls to one service; the handshake fails with any other. One context for each service, so that its TLS sessions are
     * resumed.
     */
    public SSLContext contextFor(String service) {
        return contexts.computeIfAbsent(service, this::newContext);
    }

    /** {@link #contextFor} for Apache's client. */
    public TlsSocketStrategy strategyFor(String service) {
        return byName(contextFor(service));
    }

    /** A bundle that recognises a service by its name compares no host; every other bundle does. */
    public static @Nullable TlsSocketStrategy strategyOf(@Nullable SslBundle bundle) {
        if (bundle == null) {
            return null;
        }
        return bundle.getManagers() instanceof NamedPeerManagers
                ? byName(bundle.createSslContext())
                : new DefaultClientTlsStrategy(bundle.createSslContext());
    }

    private static TlsSocketStrategy byName(SSLContext context) {
        return new DefaultClientTlsStrategy(context, HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
    }

    /** A bundle of the same files for calls to one service. */
    SslBundle bundleFor(String service) {
        return SslBundle.of(
                bundle.getStores(), bundle.getKey(), bundle.getOptions(), bundle.getProtocol(), managersFor(service));
    }

    private SSLContext newContext(String service) {
        return managersFor(service).createSslContext(bundle.getProtocol());
    }

    private SslManagerBundle managersFor(String service) {
        return new NamedPeerManagers(bundle.getManagers(), service);
    }

    /** The key of this service, and trust in one other. */
    record NamedPeerManagers(SslManagerBundle own, String service) implements SslManagerBundle {

        @Override
        public javax.net.ssl.KeyManagerFactory getKeyManagerFactory() {
            return own.getKeyManagerFactory();
        }

        @Override
        public javax.net.ssl.TrustManagerFactory getTrustManagerFactory() {
            return own.getTrustManagerFactory();
        }

        @Override
        public TrustManager[] getTrustManagers() {
            return Arrays.stream(own.getTrustManagers())
                    .map(authority -> new NamedPeerTrust((X509TrustManager) authority, service))
                    .toArray(TrustManager[]::new);
        }

        @Override
        public SSLContext createSslContext(String protocol) {
            try {
                SSLContext context = SSLContext.getInstance(protocol);
                context.init(getKeyManagers(), getTrustManagers(), null);
                return context;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
