package podo.starter.key;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import podo.starter.passkey.LogInMethod;

/** The claims by which an access token says that a key was used. */
public final class KeyClaims {

    /** In place of the audience of people's tokens, so that a process that knows of no keys refuses the token. */
    public static final String AUDIENCE = "podo-key";

    private static final String TEAM = "team";
    private static final String SCOPES = "scopes";

    private KeyClaims() {}

    public static Map<String, Object> write(TeamKey key) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put(TEAM, key.teamId());
        claims.put(SCOPES, key.scopes().stream().sorted().map(ApiScope::word).toList());
        claims.put(LogInMethod.CLAIM, (key.byPasskey() ? LogInMethod.PASSKEY : LogInMethod.PASSWORD).references());
        return claims;
    }

    /** Null for the token of a person. A scope that this version does not know counts for nothing. */
    public static @Nullable TeamKey read(Jwt token) {
        List<String> audience = token.getAudience();
        if (audience == null || !audience.contains(AUDIENCE)) {
            return null;
        }
        Set<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
        List<String> words = token.getClaimAsStringList(SCOPES);
        if (words != null) {
            words.stream().map(ApiScope::find).flatMap(Optional::stream).forEach(scopes::add);
        }
        long team = token.getClaim(TEAM) instanceof Number number ? number.longValue() : 0;
        return new TeamKey(
                TeamKey.numberOf(Long.parseLong(token.getSubject())), team, scopes, LogInMethod.isPasskey(token));
    }
}
