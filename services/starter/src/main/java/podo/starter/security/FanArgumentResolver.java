package podo.starter.security;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves controller parameters of type {@link Fan} from the access token; null on a public endpoint without a token. */
class FanArgumentResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Fan.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller
                ? fan(caller.getToken())
                : null;
    }

    /** A role that this version does not know counts for nothing. */
    private static Fan fan(Jwt token) {
        List<String> names = token.getClaimAsStringList("roles");
        Role[] roles = names == null
                ? new Role[0]
                : Arrays.stream(Role.values())
                        .filter(role -> names.contains(role.name()))
                        .toArray(Role[]::new);
        return Fan.of(Long.parseLong(token.getSubject()), roles);
    }
}
