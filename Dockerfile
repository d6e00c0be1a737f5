# syntax=docker/dockerfile:1
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
RUN --mount=type=cache,target=/root/.m2 mvn -B -q dependency:go-offline
COPY src ./src
COPY config ./config
# Same folders as at run time: the start-up cache remembers the paths of the jars it was made with.
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -DskipTests package \
 && mkdir -p /opt/bellwire/target /data \
 && cp -r target/bellwire.jar target/lib /opt/bellwire/target/ \
 && cp -r config /opt/bellwire/config

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin bellwire \
 && mkdir /data && chown bellwire /data
COPY --from=build /opt/bellwire /opt/bellwire
WORKDIR /opt/bellwire
RUN java @config/jvm.options -XX:AOTCacheOutput=target/bellwire.aot -jar target/bellwire.jar warm
USER bellwire
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "target/bellwire.jar", "healthy", "http://127.0.0.1:8080/healthz"]
# The exec form: Java is process 1 and gets the signals. BELLWIRE_WEB_PASSWORD guards the page, which listens on
# every address of the container.
ENTRYPOINT ["java", "@config/jvm.options", "-XX:AOTCache=target/bellwire.aot", "-jar", "target/bellwire.jar"]
CMD ["run", "--set", "store.url=jdbc:sqlite:/data/bellwire.db", "--set", "web.host=0.0.0.0"]
