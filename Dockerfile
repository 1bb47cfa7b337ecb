# The server alone, without the desktop program and without a PostgreSQL of its own (docker-compose.yml brings one).
FROM node:24-bookworm-slim AS build
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY LICENSE tsconfig.base.json ./
COPY scripts scripts
COPY db db
COPY src-shared src-shared
COPY src-server src-server
RUN node scripts/pack-server.mjs /packed

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /packed ./
# What must survive a restore is noted here; see docs/operations.md.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 8410
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8410/health').then(({ok})=>process.exit(ok?0:1),()=>process.exit(1))"]
# Signals reach Node itself: it finishes what is under way.
ENTRYPOINT ["node", "out/server/src-server/run.js"]
CMD ["--host", "0.0.0.0", "--data", "/data"]
