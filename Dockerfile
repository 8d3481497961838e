# Two images: `--target migrate` applies the migrations, the last stage serves. How to run them: docs/deploy.md.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN BUILD_STANDALONE=true npm run build

FROM build AS migrate
USER node
CMD ["npm", "run", "db:migrate"]

FROM node:24-slim
WORKDIR /app
# Docker sets HOSTNAME to the container's id, and the server would listen on that address alone.
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
USER node
EXPOSE 3000
HEALTHCHECK CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
