# syntax=docker/dockerfile:1
# Builds the image of any service: docker build --build-arg MODULE=services/inventory .
FROM eclipse-temurin:25-jdk AS build
ARG MODULE
WORKDIR /podo
COPY . .
# mdep.skip: do not fetch the server binaries of stack/, because the servers are containers here
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    ./mvnw -B -ntp -q package -pl "$MODULE" -am -Dmaven.test.skip=true -Dspotless.check.skip=true -Dmdep.skip=true \
 && java -Djarmode=tools -jar "$MODULE"/target/*-1.0.jar extract --destination /app \
 && mv /app/*-1.0.jar /app/app.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --user-group --no-create-home podo && mkdir /data && chown podo /data
WORKDIR /app
COPY --from=build /app/lib lib
COPY --from=build /app/app.jar .
COPY stack/compose/health.sh /usr/local/bin/health
USER podo
# one JSON object a line; empty for text
ENV LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
ENV HEALTH_PORT=8080 JAVA_HEAP=384m
ENTRYPOINT ["bash", "-c", "exec java -Xmx$JAVA_HEAP -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -Duser.timezone=UTC -jar app.jar"]
